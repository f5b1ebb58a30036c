import { isPlain } from './yaml-scalar.ts';

/** Values that are not always text: those of JSON, kept with their type. */
type Typed = (key: string) => boolean;

/** The text is YAML of another kind than we write ourselves. */
class Unfamiliar extends Error {}

/** How deep lists and objects may be in one another; deeper ones are read the careful way, or refused. */
const MAX_DEPTH = 40;
const KEY = /^( *)((?:- )*)(?:(\p{L}[\p{L}\p{M}\p{N} .,;()'’“”/%&+€_-]*)|("(?:[^"\\]|\\.)*")):(?: (.*))?$/u;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/;

/**
 * Reads YAML as we write it ourselves, a hundred times as fast as all of YAML can be read; null for everything else, which the
 * general reader takes. `isTyped` says of which names the values keep their type; elsewhere a bare `12` is a text.
 */
export function readPlainYaml(text: string, isTyped: Typed): Record<string, unknown> | unknown[] | null {
  const lines = text.split('\n');
  while (lines.at(-1) === '') lines.pop();
  const start = Math.max(
    lines.findIndex((line) => line !== ''),
    0,
  );
  const reading: Reading = { lines, at: start, isTyped };
  const indent = indentOf(lines[start] ?? '');
  try {
    const isList = lines[start]?.startsWith('- ', indent);
    const value = isList ? readList(reading, indent, null, 0) : readEntries(reading, 0, null, 0);
    return reading.at === lines.length ? value : null;
  } catch (error) {
    if (error instanceof Unfamiliar) return null;
    throw error;
  }
}

type Reading = { lines: string[]; at: number; isTyped: Typed };

function readEntries(reading: Reading, indent: number, typed: boolean | null, depth: number): Record<string, unknown> {
  if (depth > MAX_DEPTH) throw new Unfamiliar();
  const entries = new Map<string, unknown>();
  while (reading.at < reading.lines.length) {
    const line = reading.lines[reading.at] as string;
    if (indentOf(line) < indent) break;
    const found = KEY.exec(line);
    if (found?.[2] !== '' || found[1]?.length !== indent) throw new Unfamiliar();
    const key = found[3] ?? quoted(found[4] ?? '');
    if (entries.has(key) || (found[3] !== undefined && !isPlain(key))) throw new Unfamiliar();
    entries.set(key, readValue(reading, found[5], indent, typed ?? reading.isTyped(key), depth));
  }
  return Object.fromEntries(entries);
}

/** The value behind a colon or a dash, and the lines that belong to it. */
function readValue(
  reading: Reading,
  rest: string | undefined,
  indent: number,
  typed: boolean | null,
  depth: number,
): unknown {
  reading.at += 1;
  if (rest !== undefined) return rest === '|-' ? readBlock(reading, indent + 2) : scalar(rest, typed ?? false);
  const next = reading.lines[reading.at] ?? '';
  if (indentOf(next) !== indent + 2) throw new Unfamiliar();
  return next.startsWith('-', indent + 2)
    ? readList(reading, indent + 2, typed, depth + 1)
    : readEntries(reading, indent + 2, typed, depth + 1);
}

function readList(reading: Reading, indent: number, typed: boolean | null, depth: number): unknown[] {
  if (depth > MAX_DEPTH) throw new Unfamiliar();
  const list: unknown[] = [];
  while (reading.at < reading.lines.length) {
    const line = reading.lines[reading.at] as string;
    if (indentOf(line) < indent) break;
    if (indentOf(line) > indent || !line.startsWith('- ', indent)) throw new Unfamiliar();
    const rest = line.slice(indent + 2);
    if (rest.startsWith('- ')) {
      reading.lines[reading.at] = `${' '.repeat(indent + 2)}${rest}`;
      list.push(readList(reading, indent + 2, typed, depth + 1));
    } else if (KEY.test(rest) && !rest.startsWith(' ') && !isWholeQuote(rest)) {
      reading.lines[reading.at] = `${' '.repeat(indent + 2)}${rest}`;
      list.push(readEntries(reading, indent + 2, typed, depth + 1));
    } else list.push(readValue(reading, rest, indent, typed, depth));
  }
  return list;
}

function readBlock(reading: Reading, indent: number): string {
  const block: string[] = [];
  const margin = ' '.repeat(indent);
  for (; reading.at < reading.lines.length; reading.at++) {
    const line = reading.lines[reading.at] as string;
    if (line === '') block.push('');
    else if (line.startsWith(margin)) block.push(line.slice(indent));
    else break;
  }
  while (block.at(-1) === '') block.pop();
  // Spaces before the first line would say how far the block is indented.
  if (block.length === 0 || /^[\s]/.test(block[0] || ' ')) throw new Unfamiliar();
  return block.join('\n');
}

function scalar(text: string, typed: boolean): unknown {
  if (text === '[]') return [];
  if (text === '{}') return {};
  if (text === 'null') return null;
  if (text.startsWith('"')) return quoted(text);
  if (isPlain(text)) return text;
  if (typed && (text === 'true' || text === 'false' || NUMBER.test(text))) return JSON.parse(text) as unknown;
  throw new Unfamiliar();
}

function isWholeQuote(text: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/.test(text);
}

function quoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return value;
  } catch {
    // Quotes that are not JSON's may still be YAML's.
  }
  throw new Unfamiliar();
}

function indentOf(line: string): number {
  let at = 0;
  while (line[at] === ' ') at += 1;
  return at;
}
