import { definitionFile } from '#domain/definition-file.ts';
import type { WriteRecord, Writer } from './format.ts';
import { inPieces } from './in-pieces.ts';

/** Our own JSON, one definition a line: for programs that read as it comes. */
export const jsonLinesWriter: Writer = {
  name: 'json-lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  write: (records) => inPieces(lines(records)),
};

async function* lines(records: AsyncIterable<WriteRecord> | Iterable<WriteRecord>): AsyncGenerator<string> {
  for await (const { content, meta } of records)
    yield `${JSON.stringify(definitionFile(content, meta ?? undefined))}\n`;
}
