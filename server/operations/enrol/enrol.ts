import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { endUnwritten, enrolKeys, readChallengeOf, readKeyItems, takeBackKeys } from '#db/queries/enrolment.ts';
import { readChunkOutputs } from '#db/queries/export-items.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { endItems, type ItemEnd } from '#db/queries/proof-items.ts';
import type { Operation } from '#server/operations/operation.ts';
import { enrolmentEntry } from '#server/provenance/enrolment-entry.ts';
import { judgeKeys } from '#server/provenance/judge-key.ts';
import { checkEnrol } from './check-enrol.ts';

type Before = { id: string; validUntil: string | null };

/**
 * Enrols the keys of chain partners and devices, each with its answer to the challenge of the job, or renews them. The check says
 * what would become of each; nothing is taken on trust from then: each is judged again when it is written.
 */
export const enrolOperation: Operation = {
  check: checkEnrol,

  async apply(sql, { job, author }, { first, last }) {
    const nonce = (await readChallengeOf(sql, job.id)) ?? Buffer.alloc(0);
    const items = await readKeyItems(sql, job.id, { first, last, toWrite: true });
    const judged = await judgeKeys(sql, job.organisationId, nonce, items);
    const keys = judged.flatMap(({ key, problem }) => (problem === null ? key : []));
    const { validDays = 365 } = job.options as { validDays?: number };
    const by = { organisationId: job.organisationId, userId: author.id, jobId: job.id, days: validDays };
    const written = keys.length > 0 ? await enrolKeys(sql, by, keys) : [];
    const found = new Set(written.map(({ keyId }) => keyId));
    const ends = items.map(({ position }, index): ItemEnd => {
      const { key, problem } = judged[index] ?? { key: null, problem: 'key_not_proven' };
      const done = problem === null && key !== null && found.has(key.keyId);
      const code = done ? null : (problem ?? 'key_revoked');
      return { position, status: done ? 'succeeded' : 'failed', reason: null, problemCode: code };
    });
    await endItems(sql, job.id, ends);
    await insertAuditEntries(
      sql,
      {
        ...author,
        organisationId: job.organisationId,
        origin: { ...NO_ORIGIN, correlationId: author.correlationId ?? '' },
      },
      written.map((key) => ({ ...enrolmentEntry(key, validDays), jobId: job.id })),
    );
    const tally = { ...NO_TALLY };
    const statuses = [...ends.map(({ status }) => status), ...(await endUnwritten(sql, job.id, first, last))];
    for (const status of statuses) tally[status as keyof typeof tally] += 1;
    const output = written.map(({ id, before }): Before => ({ id, validUntil: before?.toISOString() ?? null }));
    return {
      tally,
      items: statuses.length,
      lastTerm: items.at(-1)?.name ?? null,
      ...(output.length > 0 ? { output } : {}),
    };
  },

  async undo(sql, { job }, range) {
    const chunks = await readChunkOutputs<Before[]>(sql, job.id, range.number - 1, range.chunks);
    const before = chunks.flatMap(({ output }) => (output?.flat() ?? []) as Before[]);
    return { rolledBack: await takeBackKeys(sql, job.id, range, before), rollbackConflict: 0 };
  },

  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};

const NO_ORIGIN = { ip: null, userAgent: null };
