import type { DefinitionContent } from '#domain/definition.ts';
import type { ContentHit } from './find-in-content.ts';
import type { Hit } from './hit.ts';
import { mapTexts, type TextPath } from './map-texts.ts';

/** What stands in place of a hit. */
export type Replacement<H extends Hit = Hit> = (hit: H) => string;

/** The text with other words in place of its hits, which are in order and none across another. */
export function redactText<H extends Hit>(text: string, hits: readonly H[], replacement: Replacement<H>): string {
  let redacted = '';
  let from = 0;
  for (const hit of hits) {
    redacted += text.slice(from, hit.start) + replacement(hit);
    from = hit.end;
  }
  return redacted + text.slice(from);
}

/** A definition with other words in place of `hits`, which `findInContent` found in it, or some of them. */
export function redactContent<H extends ContentHit>(
  content: DefinitionContent,
  hits: readonly H[],
  replacement: Replacement<H>,
): DefinitionContent {
  if (hits.length === 0) return content;
  const byPath = Map.groupBy(hits, ({ path }): TextPath => path);
  const change = (text: string, path: TextPath) => {
    const here = byPath.get(path);
    return here ? redactText(text, here, replacement) : text;
  };
  return mapTexts(content, change, (reference, path) => ({ ...reference, value: change(reference.value, path) }));
}
