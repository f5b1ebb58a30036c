import { definitionFile } from '#domain/definition-file.ts';
import type { WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { escapeLines } from './markdown-body.ts';
import { toYaml } from './to-yaml.ts';

/** A page for each definition: everything about it in the front matter, its text below. */
export const markdownWriter: Writer = {
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  write: (records) => inPieces(pages(records)),
};

async function* pages(records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>): AsyncGenerator<string> {
  for await (const { content, meta } of records) {
    const { definition, explanation, ...head } = definitionFile(content, meta ?? undefined);
    const cleared = explanation === null ? { ...head, explanation } : head;
    const more = explanation === null ? '' : `\n## Toelichting\n\n${escapeLines(explanation)}\n`;
    yield `---\n${toYaml(cleared)}---\n\n# ${content.term}\n\n${escapeLines(definition)}\n${more}\n`;
  }
}
