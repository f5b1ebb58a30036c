import type { DefinitionContent } from '#domain/definition.ts';
import { type DefinitionFileMeta, definitionFile } from '#domain/definition-file.ts';

/** One definition as the text of a file in our own JSON format: two spaces, a stable key order, a final newline. */
export function definitionToJson(content: DefinitionContent, meta: DefinitionFileMeta): string {
  return `${JSON.stringify(definitionFile(content, meta), null, 2)}\n`;
}
