import { uuidV7 } from '#db/uuid-v7.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import { CarriedSum } from '#server/formats/carried-sum.ts';
import type { WriteFacts, WriteRecord, Writer } from '#server/formats/format.ts';
import { writerOf } from '#server/formats/formats.ts';
import type { Work } from '#server/operations/operation.ts';
import { inFiles } from './in-files.ts';
import type { Verifier } from './verify-file.ts';

/** A file of one format as it waits in the file storage; written, read again and found whole. */
export type FormatFile = {
  name: string;
  key: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  definitions: number;
};

export type WrittenFormat = { format: ExportFormat; files: FormatFile[] };

/** Where a file stands in an archive: each format has a folder of its own. */
export function pathOf(format: ExportFormat, { name }: FormatFile): string {
  return `${format}/${name}`;
}

/**
 * Writes definitions in a format, as many to a file as one may hold, and reads each file again before the next is begun.
 * @throws JobFailed when a file does not hold what was written
 */
export async function writeFormatFiles(
  work: Work,
  verifier: Verifier,
  format: ExportFormat,
  records: AsyncIterable<WriteRecord>,
  facts: WriteFacts,
): Promise<FormatFile[]> {
  const writer = writerOf(format);
  const files: Omit<FormatFile, 'name'>[] = [];
  for await (const part of inFiles(records)) {
    work.signal.throwIfAborted();
    files.push(await writeOne(work, verifier, writer, part, facts));
  }
  const numbered = files.length > 1;
  return files.map((file, index) => ({
    name: `definities${numbered ? `-${index + 1}` : ''}.${writer.extension}`,
    ...file,
  }));
}

async function writeOne(
  { job, storage }: Work,
  verifier: Verifier,
  writer: Writer,
  records: AsyncIterable<WriteRecord>,
  facts: WriteFacts,
): Promise<Omit<FormatFile, 'name'>> {
  const key = `jobs/${job.id}/files/${writer.name}-${uuidV7()}`;
  const expected = new CarriedSum(writer.name);
  const summed = async function* () {
    for await (const record of records) {
      expected.addWritten(record);
      yield record;
    }
  };
  const { size, sha256 } = await storage.write(key, writer.write(summed(), facts));
  const sum = expected.end();
  await verifier.verify({ key, format: writer.name, size, sha256, ...sum });
  return { key, mediaType: writer.mediaType, bytes: size, sha256, definitions: sum.definitions };
}
