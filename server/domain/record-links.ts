import { MAX_TERM_LENGTH, type Relation, type Source } from './definition.ts';
import { parseLegalIdentifier } from './legal-identifiers.ts';
import { legalLink } from './legal-links.ts';
import { RELATION_WORDS, readEnum } from './record-enums.ts';
import { entriesOf } from './record-lists.ts';
import { note, type RecordCheck } from './record-raw.ts';
import { cleanText, MAX_ENTRY_LENGTH } from './record-text.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TERM = { max: MAX_TERM_LENGTH, singleLine: true };
const ENTRY = { max: MAX_ENTRY_LENGTH, singleLine: true };

/** Whether a text is an id of ours in form; it need not exist. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The sources of a record; a plain text is a source's title, and its address when it is one. */
export function readSources(check: RecordCheck): Source[] | undefined {
  const value = check.raw.fields.sources;
  if (value === undefined) return undefined;
  check.given.push('sources');
  if (value === null) return [];
  const sources: Source[] = [];
  for (const entry of entriesOf(check, 'sources', value)) {
    const source = typeof entry === 'string' ? sourceOfText(check, entry) : sourceOfObject(check, entry);
    if (source) sources.push(source);
  }
  return sources;
}

/** The relations of a record; `target` may be an id or a term. The target need not exist. */
export function readRelations(check: RecordCheck): Relation[] | undefined {
  const value = check.raw.fields.relations;
  if (value === undefined) return undefined;
  check.given.push('relations');
  if (value === null) return [];
  const relations: Relation[] = [];
  for (const entry of entriesOf(check, 'relations', value)) {
    const relation = relationOf(check, entry);
    if (relation && !relations.some((other) => isSame(other, relation))) relations.push(relation);
  }
  return relations;
}

function sourceOfText(check: RecordCheck, entry: string): Source | null {
  const title = cleanText(check, 'sources', entry, ENTRY);
  return title === '' ? null : { title, uri: addressOf(title), citation: null };
}

/** The address a title is, or stands for: an identifier of law is as good as one. A citation may be read in several ways. */
function addressOf(title: string): string | null {
  if (/^https?:\/\/\S+$/.test(title)) return title;
  const identifier = parseLegalIdentifier(title);
  return identifier && identifier.kind !== 'citation' ? legalLink(identifier) : null;
}

function sourceOfObject(check: RecordCheck, entry: unknown): Source | null {
  const { title, uri, citation } = (entry ?? {}) as Record<string, unknown>;
  const parts = [title, uri, citation].map((part) => {
    if (part === undefined || part === null) return '';
    return typeof part === 'string' ? cleanText(check, 'sources', part, ENTRY) : null;
  });
  const [ownTitle, address, words] = parts;
  const name = ownTitle || words || address;
  if (typeof entry !== 'object' || parts.includes(null) || !name) {
    note(check, 'source_invalid', 'error', 'sources', entry);
    return null;
  }
  return { title: name, uri: address || null, citation: words || null };
}

function relationOf(check: RecordCheck, entry: unknown): Relation | null {
  const { type, target, targetId, targetTerm } = (entry ?? {}) as Record<string, unknown>;
  if (typeof entry !== 'object' || typeof type !== 'string') {
    note(check, 'relation_invalid', 'error', 'relations', entry);
    return null;
  }
  const read = readEnum(RELATION_WORDS, type);
  if (!read.known) {
    note(check, 'relation_type_unknown', 'error', 'relations', type, {
      suggestion: read.suggestion,
      allowed: RELATION_WORDS.values.join(', '),
    });
    return null;
  }
  const [given, id, term] = [target, targetId, targetTerm].map((part) =>
    typeof part === 'string' ? cleanText(check, 'relations', part, TERM) : '',
  );
  const foundId = [given, id].find((part) => part && isUuid(part));
  const foundTerm = term || (given && !isUuid(given) ? given : '');
  if (!foundId && !foundTerm) {
    note(check, 'relation_target_missing', 'error', 'relations', type);
    return null;
  }
  return { type: read.value, targetId: foundId?.toLowerCase() ?? null, targetTerm: foundTerm || null };
}

function isSame(a: Relation, b: Relation): boolean {
  return a.type === b.type && a.targetId === b.targetId && a.targetTerm === b.targetTerm;
}
