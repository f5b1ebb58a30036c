import type { Sql } from '#db/client.ts';
import { hasArtifact, removeArtifacts } from '#db/queries/artifacts.ts';
import { NO_TALLY } from '#db/queries/commit-chunk.ts';
import { undoExportItems } from '#db/queries/export-items.ts';
import { findSimilar, type LookedUp, lookUpTerms } from '#db/queries/look-up-terms.ts';
import { raiseJob } from '#db/queries/planned-items.ts';
import { endTerms, readTerms } from '#db/queries/term-items.ts';
import { normaliseTerm } from '#domain/identity-key.ts';
import type { Applied, Operation, Work, WorkRange } from '#server/operations/operation.ts';
import { storeArtifact } from '#server/operations/store-artifact.ts';
import { answer, outcomeOf } from './answer.ts';
import { answersArchive } from './answers-archive.ts';
import { storeAnswers } from './stored-answers.ts';

/** Looks terms up among the definitions of the organisation and gives the answers as files; changes nothing. */
export const queryOperation: Operation = {
  apply,

  async undo(sql, { job }, { first, last }) {
    return { rolledBack: await undoExportItems(sql, job.id, first, last), rollbackConflict: 0 };
  },

  async finish(work) {
    const { job, pool, storage } = work;
    // Finished before, by a processor that was lost: its pieces may be gone.
    if (!(await hasArtifact(pool, job.id, 'answers')))
      await storeArtifact(work, {
        kind: 'answers',
        fileName: `lexport-antwoorden-${job.id}.zip`,
        mediaType: 'application/zip',
        contents: answersArchive(work),
      });
    await storage.removeAll(`jobs/${job.id}/`);
  },

  async discard({ job, pool, storage }) {
    for (const key of await removeArtifacts(pool, job.id)) await storage.remove(key);
    await storage.removeAll(`jobs/${job.id}/`);
  },
};

type Options = { includeSynonyms?: boolean; fuzzy?: boolean };

async function apply(sql: Sql, work: Work, { number, first, last }: WorkRange): Promise<Applied> {
  const { job } = work;
  const { includeSynonyms = true, fuzzy = false } = job.options as Options;
  const items = await readTerms(sql, job.id, first, last);
  const names = items.map(({ term }) => normaliseTerm(term));
  const found = byName(await lookUpTerms(sql, job, names, { otherNames: includeSynonyms }));
  const missing = [...new Set(names.filter((name) => !found.has(name)))];
  const similar = byName(fuzzy ? await findSimilar(sql, job, missing) : []);
  const answers = items.map((item, index) => {
    const name = names[index] as string;
    return answer(item, found.get(name) ?? [], similar.get(name) ?? []);
  });
  const outcomes = items.map((item, index) => outcomeOf(item, answers[index] as (typeof answers)[number]));
  await endTerms(sql, job.id, outcomes);
  // In the transaction of what was found: nobody sees these answers before the job is as high as they are.
  const answered = [...found.values(), ...similar.values()].flat();
  await raiseJob(
    sql,
    job.id,
    answered.map(({ classification }) => classification),
  );
  const succeeded = outcomes.filter((outcome) => outcome.found).length;
  return {
    tally: { ...NO_TALLY, succeeded, skipped: items.length - succeeded },
    items: items.length,
    lastTerm: items.at(-1)?.term ?? null,
    ...(items.length > 0 ? { output: await storeAnswers(work, number, answers) } : {}),
  };
}

function byName(found: readonly LookedUp[]): Map<string, LookedUp[]> {
  const byName = new Map<string, LookedUp[]>();
  for (const one of found) {
    const others = byName.get(one.name);
    if (others) others.push(one);
    else byName.set(one.name, [one]);
  }
  return byName;
}
