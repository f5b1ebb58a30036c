import type { EntryText } from '#domain/audit-entry-text.ts';
import { canonicalJson, parseExactly } from './canonical-json.ts';
import { LEAF, PERSON, SALT, sha256 } from './hashing.ts';

/** What is hidden from whoever may not see who it was: of `details` these. */
const PERSONAL_DETAILS = ['email', 'person', 'recipient', 'address'];

const NO_DETAILS = '{}';

/** What an entry says of a person, apart from the number they go by. */
export type PersonText = Pick<EntryText, 'actorName' | 'ip' | 'userAgent'> & { details: string };
/** All the rest; `details` without what is personal. */
export type PublicText = Omit<EntryText, 'actorName' | 'ip' | 'userAgent'>;

/** An entry in the two parts that are hashed apart; each `details` in canonical form. */
export function partsOf({ actorName, ip, userAgent, details, ...rest }: EntryText): [PublicText, PersonText] {
  const [open, personal] = splitDetails(details);
  return [
    { ...rest, details: open },
    { actorName, ip, userAgent, details: personal },
  ];
}

function splitDetails(text: string): [string, string] {
  if (text === NO_DETAILS) return [NO_DETAILS, NO_DETAILS];
  const all = parseExactly(text);
  if (all === null || typeof all !== 'object' || !PERSONAL_DETAILS.some((key) => key in all)) {
    return [canonicalJson(all), NO_DETAILS];
  }
  const entries = Object.entries(all);
  const part = (personal: boolean) =>
    canonicalJson(Object.fromEntries(entries.filter(([key]) => PERSONAL_DETAILS.includes(key) === personal)));
  return [part(false), part(true)];
}

/** Of each entry another: without it nobody can try out what a masked entry may have said. */
export function saltOf(seed: Buffer, id: string): Buffer {
  return sha256(SALT, seed, id);
}

/** Stands for what an entry says of a person without telling it. */
export function commitmentOf(salt: Buffer, { actorName, ip, userAgent, details }: PersonText): Buffer {
  return sha256(PERSON, salt, JSON.stringify(['lexport-audit-person-1', actorName, ip, userAgent, details]));
}

export function leafOf(commitment: Buffer, text: PublicText): Buffer {
  const { id, at, actorId, role, organisationId, action, subjectType, subjectId } = text;
  const { jobId, oldHash, newHash, reason, correlationId, details } = text;
  const who = [id, at, actorId, role, organisationId];
  const what = [action, subjectType, subjectId, jobId, oldHash, newHash, reason, correlationId, details];
  return sha256(LEAF, commitment, JSON.stringify(['lexport-audit-entry-1', ...who, ...what]));
}

/** The hash of an entry in a block with this seed. */
export function hashEntry(seed: Buffer, entry: EntryText): Buffer {
  const [open, personal] = partsOf(entry);
  return leafOf(commitmentOf(saltOf(seed, entry.id), personal), open);
}
