import type { RedactionItem, RedactionQuery, Redactions } from '#contract/redaction.ts';
import { findApproval } from '#db/queries/approvals.ts';
import {
  countHitsByKind,
  countValues,
  type HitRow,
  type ItemWithHits,
  listItemsWithHits,
  readHits,
} from '#db/queries/redaction-hits.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { Actor } from '#domain/access.ts';
import { placeholderOf } from '#domain/redaction/placeholder.ts';
import { textsOf } from '#domain/redaction/texts-of.ts';
import { presentApproval } from '#server/approvals/present-approval.ts';
import type { Services } from '#server/services.ts';
import { redactionJob } from './redaction-job.ts';

/** What a job found, a few definitions at a time, with the texts it is in and what would stand there. */
export async function readRedactions(
  services: Services,
  actor: Actor,
  jobId: string,
  { kind, decision, after, limit }: RedactionQuery,
): Promise<Redactions> {
  const { pool } = services;
  const job = await redactionJob(services, actor, jobId);
  const kinds = await countHitsByKind(pool, jobId);
  const isThere = job.status === 'awaiting_confirmation';
  const found = isThere
    ? await listItemsWithHits(pool, jobId, { kind, decision }, { after, limit })
    : { items: [], total: 0 };
  const rows = await readHits(
    pool,
    jobId,
    found.items.map(({ position }) => position),
  );
  const same = await countValues(pool, jobId, rows);
  const byItem = Map.groupBy(rows, ({ position }) => position);
  const approval = await findApproval(pool, jobId);
  const last = found.items.at(-1);
  return {
    status: job.status,
    kinds,
    hits: sum(kinds.map((one) => one.found)),
    redact: sum(kinds.map((one) => one.redact)),
    definitions: job.plan?.update ?? 0,
    items: found.items.map((item) => present(item, byItem.get(item.position) ?? [], same)),
    total: found.total,
    nextAfter: last && found.items.length === limit ? last.position : null,
    approval: approval && presentApproval(approval, actor),
  };
}

function present(
  { position, definitionId, term, version, versions }: ItemWithHits,
  rows: readonly HitRow[],
  same: ReadonlyMap<string, number>,
): RedactionItem {
  const texts = new Map(versions.map((one) => [one.version, textsOf(contentFromRow(one.snapshot))]));
  const byText = Map.groupBy(rows, (row) => `${row.version} ${row.path}`);
  return {
    position,
    definitionId,
    term,
    version,
    texts: [...byText.values()].flatMap((hits) => {
      const [first] = hits;
      const text = first && texts.get(first.version)?.get(first.path);
      if (!first || text === undefined) return [];
      return {
        path: first.path,
        version: first.version,
        text,
        hits: hits.map(({ ordinal, startsAt, stopsAt, kind, number, decision }) => ({
          ordinal,
          start: startsAt,
          end: stopsAt,
          kind,
          number,
          placeholder: placeholderOf(kind, number),
          decision,
          sameValue: same.get(`${kind} ${number}`) ?? 1,
        })),
      };
    }),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
