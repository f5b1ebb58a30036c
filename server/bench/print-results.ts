import { availableParallelism, cpus, totalmem } from 'node:os';
import type { SizeResult } from './measure-size.ts';
import type { SmallResult } from './measure-small.ts';

export type Results = { sizes: SizeResult[]; small: SmallResult };

const GB = 1024 ** 3;

/** The table for people, then everything as one line of JSON. */
export function printResults({ sizes, small }: Results): void {
  const { cores, cpu, memoryGb, node, platform } = machine();
  const table = [
    ['what', 'definitions', 'product', 'held against', 'ratio', 'per second', 'peak memory'],
    ...sizes.map(({ size, import: result, peakMemoryMb }) => row('import', 'COPY', size, result, peakMemoryMb.import)),
    ...sizes.map(({ size, export: result, peakMemoryMb }) =>
      row('export', 'deflate', size, result, peakMemoryMb.export),
    ),
  ];
  const { confirm, start } = small;
  console.log(`\n${cores} cores (${cpu}), ${memoryGb} GB, Node ${node}, ${platform}\n`);
  console.log(aligned(table));
  console.log(
    `\n${confirm.items} items, from confirmation to completed: median ${ms(confirm.medianMs)}, longest ${ms(confirm.maxMs)} of ${confirm.times}`,
  );
  console.log(
    `start latency, from the call to the claim: p50 ${ms(start.p50Ms)}, p95 ${ms(start.p95Ms)}, longest ${ms(start.maxMs)} of ${start.times}\n`,
  );
  console.log(JSON.stringify({ bench: 'lexport', machine: machine(), sizes, ...small }, rounded));
}

/** What it was measured on. */
export function machine() {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / GB),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
}

function row(what: string, against: string, size: number, result: SizeResult['import'], memoryMb: number): string[] {
  return [
    what,
    String(size),
    ms(result.productMs),
    `${against} ${ms(result.baselineMs)}`,
    `${result.ratio.toFixed(2)} x`,
    String(Math.round(result.itemsPerSecond)),
    `${Math.round(memoryMb)} MB`,
  ];
}

export const ms = (value: number) => `${Math.round(value)} ms`;

export function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return rows.map(line).join('\n');
}
