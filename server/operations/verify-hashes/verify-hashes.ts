import { hasArtifact, removeArtifacts } from '#db/queries/artifacts.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { undoExportItems } from '#db/queries/export-items.ts';
import { endItems, type ItemEnd } from '#db/queries/proof-items.ts';
import { readTerms } from '#db/queries/term-items.ts';
import type { Operation } from '#server/operations/operation.ts';
import { answersArchive } from '#server/operations/query/answers-archive.ts';
import { storeAnswers } from '#server/operations/query/stored-answers.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { answerHashes, type HashAnswer } from '#server/provenance/answer-hashes.ts';
import { HASH_TABLE } from './hash-table.ts';

/** Verifies hashes against the proofs and the contents of the organisation and gives the answers as files; changes nothing. */
export const verifyHashesOperation: Operation = {
  async apply(sql, work, { number, first, last }) {
    const items = await readTerms(sql, work.job.id, first, last);
    const answers = await answerHashes(
      sql,
      work.job,
      items.map(({ term }) => term),
    );
    const ends = items.map(({ position }, index) => ({ position, ...END_OF[(answers[index] as HashAnswer).outcome] }));
    await endItems(sql, work.job.id, ends);
    const tally = { ...NO_TALLY };
    for (const { status } of ends) tally[status as keyof typeof tally] += 1;
    return {
      tally,
      items: items.length,
      lastTerm: items.at(-1)?.term ?? null,
      ...(items.length > 0 ? { output: await storeAnswers(work, number, answers) } : {}),
    };
  },

  async undo(sql, { job }, { first, last }) {
    return { rolledBack: await undoExportItems(sql, job.id, first, last), rollbackConflict: 0 };
  },

  async finish(work) {
    const { job, pool, storage } = work;
    if (!(await hasArtifact(pool, job.id, 'answers')))
      await storeArtifact(work, {
        kind: 'answers',
        fileName: `lexport-hashcontrole-${job.id}.zip`,
        mediaType: 'application/zip',
        contents: answersArchive(work, HASH_TABLE),
      });
    await storage.removeAll(`jobs/${job.id}/`);
  },

  async discard({ job, pool, storage }) {
    for (const key of await removeArtifacts(pool, job.id)) await storage.remove(key);
    await storage.removeAll(`jobs/${job.id}/`);
  },
};

/** A hash nobody knows is an answer, not a failure; a proof that does not add up any more is one. */
const END_OF: Readonly<Record<HashAnswer['outcome'], Omit<ItemEnd, 'position'>>> = {
  locked: { status: 'succeeded', reason: 'hash_locked', problemCode: null },
  known: { status: 'succeeded', reason: 'hash_known', problemCode: null },
  unknown: { status: 'skipped', reason: 'hash_unknown', problemCode: null },
  broken: { status: 'failed', reason: null, problemCode: 'proof_broken' },
  malformed: { status: 'failed', reason: null, problemCode: 'hash_malformed' },
};
