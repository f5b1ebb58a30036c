import { definitionFile } from '#domain/definition-file.ts';
import { fidelity } from './fidelity.ts';
import type { WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { escapeLines } from './markdown-body.ts';
import { toYaml } from './to-yaml.ts';

const AS_TEXT = {
  convention: {
    nl: 'als tekst van de pagina; regels die Markdown zelf zou gebruiken krijgen een \\ ervoor',
    en: 'as the text of the page; lines that Markdown would use itself get a \\ before them',
  },
};

/** A page for each definition: everything about it in the front matter, its text below. */
export const markdownWriter: Writer = {
  name: 'markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  fidelity: fidelity({ definition: AS_TEXT, explanation: AS_TEXT }),
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
