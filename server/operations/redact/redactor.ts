import { createHmac, hkdfSync } from 'node:crypto';
import { findRedactionScope, numberValues } from '#db/queries/number-values.ts';
import { readRedactionSettings } from '#db/queries/redaction-settings.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { type HitFinder, hitFinder } from '#domain/redaction/find-hits.ts';
import { type ContentHit, findInContent, type Surfaces } from '#domain/redaction/find-in-content.ts';
import type { Hit } from '#domain/redaction/hit.ts';
import { CASE_KINDS, REDACTION_KINDS, type RedactionKind } from '#domain/redaction/kinds.ts';
import { placeholderOf } from '#domain/redaction/placeholder.ts';
import type { Work } from '#server/operations/operation.ts';

/** What a job is asked to redact. */
export type RedactionOptions = { kinds?: readonly RedactionKind[]; keepCaseReferences?: boolean };

type Value = Pick<Hit, 'kind' | 'value'>;

/** Which number each of some values has. */
export type Numbers = (value: Value) => number;

/** Finds what a job redacts, and knows what stands in its place: the same for the same value all through the batch. */
export type Redactor = {
  kinds: readonly RedactionKind[];
  keepCaseReferences: boolean;
  find: HitFinder;
  findIn(content: DefinitionContent, known?: Surfaces): ContentHit[];
  /** Numbers values; those that have none yet get the next ones, in the order of the list. */
  number(values: readonly Value[]): Promise<Numbers>;
};

/** The redactor of a job; whoever opens it again, anywhere, gets one that does the same. */
export async function openRedactor(
  { pool, job, secret }: Pick<Work, 'pool' | 'job' | 'secret'>,
  { kinds = REDACTION_KINDS, keepCaseReferences = true }: RedactionOptions,
): Promise<Redactor> {
  const scope = await findRedactionScope(pool, job.id);
  const { terms } = await readRedactionSettings(pool, job.organisationId);
  const find = hitFinder({ kinds, terms });
  const ofCases = CASE_KINDS.some((kind) => kinds.includes(kind));
  const hash = keyedHash(secret, scope);
  return {
    kinds,
    keepCaseReferences: keepCaseReferences || !ofCases,
    find,
    findIn: (content, known) =>
      findInContent(content, { find, keepCaseReferences: keepCaseReferences || !ofCases }, known).filter(({ kind }) =>
        kinds.includes(kind),
      ),
    async number(values) {
      const hashed = values.map((value) => ({ kind: value.kind, hash: hash(value) }));
      const numbered = await numberValues(pool, scope, hashed);
      const numbers = new Map(numbered.map(({ kind, hash: known, number }) => [`${kind} ${known}`, number]));
      return (value) => {
        const number = numbers.get(`${value.kind} ${hash(value)}`);
        if (number === undefined) throw new Error(`A ${value.kind} was not numbered`);
        return number;
      };
    },
  };
}

/** What stands in place of a hit. */
export function replacementOf(numbers: Numbers): (hit: Hit) => string {
  return (hit) => placeholderOf(hit.kind, numbers(hit));
}

export type Counts = Partial<Record<RedactionKind, number>>;

export function countHits(hits: readonly Pick<Hit, 'kind'>[]): Counts {
  const counts: Counts = {};
  for (const { kind } of hits) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/**
 * A hash that says nothing without the secret of this installation: there are few enough citizen service numbers to try them all. Of
 * each scope with a key of its own, so that two batches do not tell that they are about the same person.
 */
function keyedHash(secret: string, scope: string): (value: Value) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, scope, 'lexport redaction', 32));
  const known = new Map<string, string>();
  return ({ kind, value }) => {
    const text = `${kind}\0${value}`;
    const before = known.get(text);
    if (before !== undefined) return before;
    const hash = createHmac('sha256', key).update(text).digest('base64url');
    known.set(text, hash);
    return hash;
  };
}
