import type { DefinitionContent } from '#domain/definition.ts';
import { mapTexts, type TextPath } from './map-texts.ts';

/** Every text of a definition by its path. */
export function textsOf(content: DefinitionContent): Map<TextPath, string> {
  const texts = new Map<TextPath, string>();
  const take = (text: string, path: TextPath) => {
    texts.set(path, text);
    return text;
  };
  mapTexts(content, take, (reference, path) => {
    texts.set(path, reference.value);
    return reference;
  });
  return texts;
}
