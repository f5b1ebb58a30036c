/** A number as it is written, which is not always how JavaScript would write it. */
class WrittenNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Json = null | boolean | string | number | WrittenNumber | Json[] | { [key: string]: Json };

/**
 * Parses JSON so that `canonicalJson` can say it again to the digit. TypeScript does not know yet that a reviver is told what a
 * number looked like. @throws SyntaxError
 */
export function parseExactly(text: string): Json {
  const revive = (_: string, value: Json, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? new WrittenNumber(context.source) : value;
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown) as Json;
}

/** JSON in the one form that is hashed: no spaces, keys in the order of their UTF-16 code units, numbers as they were written. */
export function canonicalJson(value: Json): string {
  if (value instanceof WrittenNumber) return value.source;
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${pairs.join(',')}}`;
}
