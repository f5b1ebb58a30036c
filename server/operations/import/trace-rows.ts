import { contentHash } from '#db/content-hash.ts';
import { findImport, linkRetry } from '#db/queries/link-retry.ts';
import { type AppliedItem, readApplied } from '#db/queries/read-applied.ts';
import type { StagedItem } from '#db/queries/stage-items.ts';
import { readItemsAt, type StagedRow } from '#db/queries/staged-items.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { changedRecord } from '#server/error-file/changed-record.ts';
import { parseRowId } from '#server/error-file/row-id.ts';
import type { CheckWork } from '#server/operations/operation.ts';
import { type Candidate, toCandidate } from './candidate.ts';
import type { UploadFacts } from './read-upload.ts';
import { storedCandidate } from './replan-import.ts';

export type Traced = {
  candidates: readonly Candidate[];
  /** Puts what is known of the items into what was decided over them; in the order of the candidates. */
  settle: (staged: StagedItem[]) => StagedItem[];
};

/** What an item of an earlier job is, and what it has become already. */
type Known = { item: StagedRow; applied: AppliedItem | null; isUntouched?: boolean };

/**
 * Recognises the rows of an error file, so that they take up the items they are: only what was changed is read anew, and what has
 * been applied is not applied again. A row of somebody else's job is a row like any other, and that is said.
 */
export class RowTracer {
  readonly #work: CheckWork;
  readonly #facts: UploadFacts;
  readonly #seen = new Set<number>();
  #parent: { id: string; name: string } | null | undefined;
  #asked = '';
  #taken = 0;
  #strays = 0;

  constructor(work: CheckWork, facts: UploadFacts) {
    this.#work = work;
    this.#facts = facts;
  }

  async trace(read: readonly Candidate[]): Promise<Traced> {
    const positions = new Map<Candidate, number>();
    for (const candidate of read) {
      const position = candidate.traced && (await this.#positionOf(candidate.traced.rowId ?? ''));
      if (typeof position === 'number') positions.set(candidate, position);
    }
    if (positions.size === 0) return { candidates: read, settle: (staged) => staged };
    const known = await this.#know([...positions.values()]);
    const found = read.map((candidate) => known.get(positions.get(candidate) ?? -1) ?? null);
    this.#strays += positions.size - found.filter(Boolean).length;
    this.#taken += found.filter(Boolean).length;
    const candidates = read.map((candidate, index) => retraced(candidate, found[index] ?? null));
    const settle = (staged: StagedItem[]) =>
      staged.map((one, index) => settled(one, candidates[index] as Candidate, found[index] ?? null));
    return { candidates, settle };
  }

  /** Says at the end what the upload turned out to be. */
  report(): void {
    const { findings } = this.#facts;
    if (this.#taken > 0) {
      const params = { job: this.#parent?.name ?? '', count: this.#taken };
      findings.push({ code: 'error_file_recognised', severity: 'info', params });
    }
    if (this.#parent === null) findings.push({ code: 'error_file_foreign', severity: 'warning' });
    else if (this.#strays > 0) {
      findings.push({ code: 'error_rows_unknown', severity: 'warning', params: { count: this.#strays } });
    }
  }

  /** The number of the item a row is; null when it is none of ours, was counted on by a spreadsheet, or came before. */
  async #positionOf(rowId: string): Promise<number | null> {
    if (rowId === '') return null;
    const parsed = parseRowId(rowId);
    if (parsed && this.#parent === undefined) {
      const { job, pool, write } = this.#work;
      const parent = parsed.jobId === job.id ? null : await findImport(pool, parsed.jobId, job);
      this.#parent = parent;
      this.#asked = parsed.jobId;
      if (parent) await write((sql) => linkRetry(sql, job, parent.id));
    }
    const isKnown = parsed && this.#parent && parsed.jobId === this.#asked && !this.#seen.has(parsed.position);
    if (!isKnown) {
      this.#strays += 1;
      return null;
    }
    this.#seen.add(parsed.position);
    return parsed.position;
  }

  async #know(positions: readonly number[]): Promise<Map<number, Known>> {
    const { pool } = this.#work;
    const items = await readItemsAt(pool, this.#asked, positions);
    const applied = new Map((await readApplied(pool, this.#asked, positions)).map((one) => [one.position, one]));
    return new Map(items.map((item) => [item.position, { item, applied: applied.get(item.position) ?? null }]));
  }
}

/** The record as it is now, and the definition it became, if any: changed once more it changes that one. */
function retraced(candidate: Candidate, known: Known | null): Candidate {
  if (!known || !candidate.traced) return candidate;
  const { position, file, line } = candidate;
  const changed = changedRecord(known.item, candidate.traced);
  known.isUntouched = changed === null;
  const now = changed
    ? toCandidate({ raw: changed, original: candidate.original }, position)
    : { ...storedCandidate(known.item), position, file, line };
  const { applied } = known;
  return applied ? { ...now, id: applied.definitionId, version: applied.version } : now;
}

function settled(staged: StagedItem, candidate: Candidate, known: Known | null): StagedItem {
  if (!known) return staged;
  const linked = { ...staged, retryPosition: known.item.position };
  // A row left as it was has nothing to say of an item that was put right and applied since.
  if (!known.applied || !(known.isUntouched || saysTheSame(candidate, known.applied))) return linked;
  const { definitionId, version } = known.applied;
  return {
    ...linked,
    findings: staged.findings.filter(({ severity }) => severity !== 'error'),
    verdict: staged.image ? staged.verdict : null,
    decision: 'unchanged',
    reason: 'applied_before',
    definitionId,
    baseVersion: version,
    problemCode: null,
  };
}

/** Whether a record says what was written of it before; what it does not mention stayed as it was. */
function saysTheSame({ content, given }: Candidate, { image }: AppliedItem): boolean {
  if (!content) return false;
  const written: Record<string, unknown> = { ...contentFromRow(image) };
  const before = contentHash(written as DefinitionContent);
  for (const field of given) written[field] = content[field];
  return contentHash(written as DefinitionContent) === before;
}
