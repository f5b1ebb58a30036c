import { loadavg } from 'node:os';
import type { FormatFigures } from './format-process.ts';
import type { FormatResult } from './measure-formats.ts';
import { aligned, machine, ms, rounded } from './print-results.ts';

/** Megabytes a processor may have while it writes and verifies a format; documents for reading are put together in memory. */
const MOST_MEMORY_MB = 300;
const WITHOUT_LIMIT = ['docx', 'pdf'];

/** The table for people, then everything as one line of JSON; the exit code says whether memory stayed within the limit. */
export function printFormats(results: readonly FormatResult[]): void {
  const load = loadavg()[0] ?? 0;
  const table = [
    ['format', 'written/s', 'memory', 'read/s', 'memory', 'size', 'export', 'memory of processor'],
    ...results.map((result) => [
      result.format,
      ...figures(result.written),
      ...figures(result.read),
      megabytes(result.export.bytes / 1024 ** 2),
      ms(result.export.ms),
      megabytes(result.export.peakMemoryMb),
    ]),
  ];
  console.log(`\n${results[0]?.definitions ?? 0} definitions in each format\n`);
  console.log(aligned(table));
  const over = results.filter(
    ({ format, export: { peakMemoryMb } }) => peakMemoryMb > MOST_MEMORY_MB && !WITHOUT_LIMIT.includes(format),
  );
  for (const { format } of over) console.log(`MISSED ${format}: over ${MOST_MEMORY_MB} MB`);
  if (over.length > 0) process.exitCode = 1;
  console.log(`\nLoad of the machine meanwhile: ${load.toFixed(1)}\n`);
  console.log(JSON.stringify({ bench: 'lexport', machine: machine(), load, formats: results }, rounded));
}

function figures(one: FormatFigures | null): string[] {
  if (!one) return ['', ''];
  return [String(Math.round((one.records / one.ms) * 1000)), megabytes(one.peakMemoryMb)];
}

function megabytes(value: number): string {
  return `${Math.round(value)} MB`;
}
