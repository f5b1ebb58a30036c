import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EXPORT_FORMATS, type ExportFormat } from '#domain/export-formats.ts';
import { writerOf } from '#server/formats/formats.ts';
import { PROCESSOR_FLAGS } from '#server/start/processor-command.ts';
import type { FormatFigures } from './format-process.ts';
import { openProduct } from './product.ts';
import { storeDefinitions } from './store-definitions.ts';
import type { Workbench } from './workbench.ts';

const DEFINITIONS = 10_000;
/** Few, so that the memory seen is that of the export and not of an import before it. */
const WARM_UP_ITEMS = 100;

export type FormatResult = {
  format: ExportFormat;
  definitions: number;
  /** By itself, in a process of its own with the memory a processor has; null for `json`, which has a file for each definition. */
  written: FormatFigures | null;
  read: FormatFigures | null;
  /** A whole export of it by the product, and the most memory its processor had. */
  export: { ms: number; bytes: number; peakMemoryMb: number };
};

/** What each format costs: written and read by itself, and as an export of the product, which does both. */
export async function measureFormats(workbench: Workbench, signal: AbortSignal): Promise<FormatResult[]> {
  const results: FormatResult[] = [];
  for (const [index, format] of EXPORT_FORMATS.entries()) {
    signal.throwIfAborted();
    console.log(`Measuring ${format} ...`);
    const alone = format === 'json' ? null : await byItself(workbench, format);
    const exported = await asExport(workbench, format, `bench_format_${index}`, signal);
    results.push({
      format,
      definitions: DEFINITIONS,
      written: alone?.written ?? null,
      read: alone?.read ?? null,
      export: exported,
    });
  }
  return results;
}

async function byItself(workbench: Workbench, format: ExportFormat) {
  const path = join(workbench.folder, `formats.${writerOf(format).extension}`);
  const written = await ask('write', format, path);
  const read = await ask('read', format, path);
  if (read.records !== DEFINITIONS) throw new Error(`${read.records} definitions of ${format} came back`);
  return { written, read };
}

async function ask(what: 'write' | 'read', format: ExportFormat, path: string): Promise<FormatFigures> {
  const program = fileURLToPath(new URL('./format-process.ts', import.meta.url));
  const args = [...PROCESSOR_FLAGS, program, what, format, path, String(DEFINITIONS)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as FormatFigures;
}

async function asExport(workbench: Workbench, format: ExportFormat, name: string, signal: AbortSignal) {
  await using stack = new AsyncDisposableStack();
  const product = await openProduct(stack, workbench, name, signal, { warmUpItems: WARM_UP_ITEMS });
  const { lead } = workbench;
  await storeDefinitions(product.services.pool, lead, { count: DEFINITIONS, signal });
  await workbench.settle();
  const { jobId, askedAt } = await product.start(lead, {
    operation: 'export',
    selection: { filter: {}, excludedIds: [] },
    options: { formats: [format] },
  });
  const job = await product.until(jobId, 'completed');
  if (job.succeeded !== DEFINITIONS) throw new Error(`${job.succeeded} definitions were exported`);
  const { rows } = await product.services.pool.query<{ size: string }>('SELECT size FROM artifacts WHERE job_id = $1', [
    jobId,
  ]);
  return {
    ms: (job.finishedAt?.getTime() ?? 0) - askedAt,
    bytes: Number(rows[0]?.size ?? 0),
    peakMemoryMb: await product.peakMemory(),
  };
}
