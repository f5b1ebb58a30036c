import type { DefinitionContent } from '#domain/definition.ts';
import type { Finding, Location } from '#domain/finding.ts';
import type { RawRecord } from '#domain/record-raw.ts';
import { fieldTarget, foldName, isBookkeeping } from './field-names.ts';
import { listInText, withoutMarker, withoutTags } from './residue.ts';
import { entryText, splitExamples, splitList } from './split-list.ts';

type Fields = Record<string, unknown>;

/** Objects of the predecessor whose properties stand for the definition itself. */
const GROUPS = new Set(['definitie', 'context', 'voorbeelden', 'taalkundig', 'metadata']);

const LISTS: ReadonlySet<string> = new Set<keyof DefinitionContent>([
  'organisationalContext',
  'legalContext',
  'legalBasis',
  'synonyms',
  'antonyms',
  'chainPartners',
]);
/** Which of its three texts the predecessor took for the definition: the latest one that is there. */
const LATEST_FIRST = ['definitie_aangepast', 'definitie_gecorrigeerd', 'definitie_origineel'];

/**
 * A definition as one of the predecessor's JSON exports has it: flat (repository), in groups (bulk), or spread over the whole
 * file (single). What has no field of ours is kept in extras; properties nobody knows stay for the check to report.
 */
export function predecessorRecord(source: Fields, location: Location): RawRecord {
  const reading: Reading = { fields: {}, extras: {}, places: {}, cleaned: [] };
  for (const [name, value] of Object.entries(source)) {
    if (name === 'export_info') continue;
    if (GROUPS.has(name) && isObject(value)) readGroup(reading, name, value);
    else if (!readProperty(reading, name, value, `/${name}`)) keep(reading, name, value);
  }
  if (Object.keys(reading.extras).length > 0) reading.fields.extras = reading.extras;
  return {
    fields: reading.fields,
    location,
    findings: residueFinding(reading, location),
    version: null,
    id: null,
    places: reading.places,
  };
}

type Reading = { fields: Fields; extras: Fields; places: Record<string, string>; cleaned: string[] };

function readGroup(reading: Reading, group: string, properties: Fields): void {
  const rest: Fields = {};
  const latest = group === 'definitie' ? LATEST_FIRST.find((name) => properties[name]) : undefined;
  if (latest) readProperty(reading, latest, properties[latest], `/${group}/${latest}`);
  for (const [name, value] of Object.entries(properties)) {
    if (name === latest || readProperty(reading, name, value, `/${group}/${name}`)) continue;
    if (!isEmptyBookkeeping(name, value)) rest[name] = value;
  }
  if (Object.keys(rest).length > 0) reading.extras[group] = rest;
}

/** False when the name means nothing to us, or an earlier property already filled its field. */
function readProperty(reading: Reading, name: string, value: unknown, pointer: string): boolean {
  const target = isBookkeeping(name) ? null : fieldTarget(name)?.target;
  if (!target || target.field === 'id' || target.field === 'version') return false;
  const { field, kind } = target;
  if (kind) {
    const examples = (reading.fields.examples ?? {}) as Fields;
    if (kind in examples) return false;
    reading.fields.examples = { ...examples, [kind]: listOf(reading, field, value, splitExamples) };
    reading.places.examples ??= pointer;
    return true;
  }
  if (field in reading.fields) return false;
  reading.fields[field] = fieldValue(reading, field, value);
  reading.places[field] = pointer;
  return true;
}

function fieldValue(reading: Reading, field: string, value: unknown): unknown {
  if (LISTS.has(field)) return listOf(reading, field, value, (text) => splitList(text, { commas: true }));
  if (field === 'sources') return sourcesOf(value);
  if (typeof value !== 'string') return value;
  const untagged = withoutTags(value);
  if (untagged.cleaned) reading.cleaned.push(field);
  if (field !== 'definition') return untagged.text;
  const { text, marker } = withoutMarker(untagged.text);
  if (marker !== null) {
    reading.extras.marker = marker;
    reading.cleaned.push(field);
  }
  return text;
}

function listOf(reading: Reading, field: string, value: unknown, split: (text: string) => string[]): unknown {
  if (typeof value === 'string') {
    if (listInText(value) || value.includes('"@')) reading.cleaned.push(field);
    return split(value);
  }
  return Array.isArray(value) ? value.map(entryText) : value;
}

function sourcesOf(value: unknown): unknown {
  if (typeof value === 'string') return splitList(value, { commas: false });
  if (!Array.isArray(value)) return value;
  return value.map((source: unknown) => {
    if (!isObject(source)) return source;
    const part = (...names: string[]) => names.map((name) => source[name]).find((found) => typeof found === 'string');
    return {
      title: part('title', 'titel', 'naam', 'name', 'bron'),
      uri: part('uri', 'url', 'link'),
      citation: part('citation', 'citaat', 'vindplaats', 'tekst'),
    };
  });
}

/** Known bookkeeping goes to extras without a word; the rest stays under its own name, where the check will find it. */
function keep(reading: Reading, name: string, value: unknown): void {
  if (isEmptyBookkeeping(name, value)) return;
  if (isBookkeeping(name) || foldName(name) === 'id' || foldName(name) === 'version' || fieldTarget(name)) {
    reading.extras[name] = value;
  } else if (name !== '__proto__') reading.fields[name] = value;
}

/** Bookkeeping that was never filled in says nothing; in a table it is an empty cell, which is not kept either. */
function isEmptyBookkeeping(name: string, value: unknown): boolean {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty && (isBookkeeping(name) || foldName(name) === 'id');
}

function residueFinding({ cleaned }: Reading, location: Location): Finding[] {
  if (cleaned.length === 0) return [];
  return [
    { code: 'residue_cleaned', severity: 'info', location, params: { fields: [...new Set(cleaned)].join(', ') } },
  ];
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
