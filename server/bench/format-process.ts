import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateDefinition } from '#db/seed/generate-definition.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { ExportFormat } from '#domain/export-formats.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import { detectFormat, writerOf } from '#server/formats/formats.ts';

/**
 * A process of its own for one format, so that its memory is that of this format alone: `write` makes a file of generated
 * definitions, `read` reads it as an import does. Answers with one line of JSON.
 */
const [what, format, path = '', count = '0'] = process.argv.slice(2);
const MB = 1024;

const started = performance.now();
const records = what === 'write' ? await write(format as ExportFormat) : await read();
const ms = performance.now() - started;
const peakMemoryMb = process.resourceUsage().maxRSS / MB;
console.log(JSON.stringify({ ms, records, bytes: statSync(path).size, peakMemoryMb } satisfies FormatFigures));

export type FormatFigures = { ms: number; records: number; bytes: number; peakMemoryMb: number };

async function write(name: ExportFormat): Promise<number> {
  const facts = {
    title: 'Bench',
    application: 'Lexport',
    organisation: 'Bench',
    createdAt: new Date().toISOString(),
    classification: 'intern',
  } as const;
  await pipeline(Readable.from(writerOf(name).write(definitions(), facts)), createWriteStream(path));
  return Number(count);
}

function* definitions(): Generator<WriteRecord> {
  for (let index = 0; index < Number(count); index++) {
    yield {
      content: generateDefinition(index),
      meta: { id: uuidV7(), version: 1, contentHash: 'ab'.repeat(32) },
    };
  }
}

async function read(): Promise<number> {
  const bytes = readFileSync(path);
  const { count: counts } = writerOf(format as ExportFormat);
  if (counts) return counts(bytes);
  let found = 0;
  for await (const _ of detectFormat(bytes, path)?.read(bytes, path) ?? []) found += 1;
  return found;
}
