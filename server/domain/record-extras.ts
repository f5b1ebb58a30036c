import { CONTENT_FIELDS } from './definition.ts';
import { note, type RecordCheck } from './record-raw.ts';

/** Deeper than this nothing is meant to be read; canonical JSON and the database both walk it recursively. */
const MAX_EXTRAS_DEPTH = 16;
/** Characters of all texts and names in extras together, and how many values there may be. */
const MAX_EXTRAS_LENGTH = 100_000;
const MAX_EXTRAS_VALUES = 2_000;

/** Properties of our own JSON that are not content: read elsewhere, or of no meaning for an import. */
const ENVELOPE = new Set(['schemaVersion', 'id', 'version', 'contentHash', '$schema']);
const CONTENT: ReadonlySet<string> = new Set(CONTENT_FIELDS);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the database cannot hold it
const NUL = /\u0000/g;

/** `extras` together with every property that has no field of its own; undefined when the record has neither. */
export function readExtras(check: RecordCheck): Record<string, unknown> | undefined {
  const { fields } = check.raw;
  let extras: Record<string, unknown> | undefined;
  if (fields.extras !== undefined) extras = fields.extras === null ? {} : keptObject(check, 'extras', fields.extras);
  for (const name in fields) {
    if (CONTENT.has(name) || ENVELOPE.has(name)) continue;
    note(check, 'field_unknown', 'warning', 'extras', name, { name });
    extras ??= {};
    put(extras, name, kept(check, fields[name]));
  }
  if (extras) check.given.push('extras');
  return extras;
}

/** Names and texts, for instance a registry's own reference numbers; numbers and booleans are taken as text. */
export function readLegalMetadata(check: RecordCheck): Record<string, string> | undefined {
  const value = check.raw.fields.legalMetadata;
  if (value === undefined) return undefined;
  check.given.push('legalMetadata');
  if (value === null || value === '') return {};
  const metadata: Record<string, string> = {};
  for (const [name, entry] of Object.entries(keptObject(check, 'legalMetadata', value))) {
    if (entry === null) continue;
    if (typeof entry === 'object') note(check, 'type_wrong', 'error', 'legalMetadata', entry, { expected: 'text' });
    else put(metadata, name, String(entry));
  }
  return metadata;
}

function keptObject(check: RecordCheck, field: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return kept(check, value) as Record<string, unknown>;
  }
  note(check, 'type_wrong', 'error', field, value, { expected: 'object' });
  return {};
}

/** A copy that can be stored, of a value we do not know the meaning of. An empty object, with an error, when it is beyond all bounds. */
function kept(check: RecordCheck, value: unknown): unknown {
  if (typeof value !== 'object' && typeof value !== 'string') return value;
  const budget = { length: MAX_EXTRAS_LENGTH, values: MAX_EXTRAS_VALUES };
  const copy = storable(value, budget, 0);
  if (copy !== undefined) return copy;
  note(check, 'extras_too_large', 'error', 'extras', value, { depth: MAX_EXTRAS_DEPTH, limit: MAX_EXTRAS_LENGTH });
  return {};
}

function storable(value: unknown, budget: { length: number; values: number }, depth: number): unknown {
  budget.values -= 1;
  if (typeof value === 'string') {
    budget.length -= value.length;
    return budget.length < 0 ? undefined : value.toWellFormed().replace(NUL, '');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_EXTRAS_DEPTH || budget.values < 0) return undefined;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const entry of value) {
      const copy = storable(entry, budget, depth + 1);
      if (copy === undefined) return undefined;
      list.push(copy);
    }
    return list;
  }
  const object: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    budget.length -= name.length;
    const copy = storable((value as Record<string, unknown>)[name], budget, depth + 1);
    if (copy === undefined || budget.length < 0) return undefined;
    put(object, name.toWellFormed().replace(NUL, ''), copy);
  }
  return object;
}

/** Plain assignment of a property called `__proto__` would set the prototype instead. */
function put<V>(target: Record<string, V>, name: string, value: V): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  } else target[name] = value;
}
