import { listLowerScores } from '#db/queries/list-lower-scores.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { addFindings } from '#db/queries/stage-items.ts';
import { degradation, marginOf } from '#domain/score-in-file.ts';
import { ruleSetLabel } from '#domain/validation/rule-set-label.ts';
import type { ManifestScores } from '#server/archive/check-manifest.ts';
import type { CheckWork } from '#server/operations/operation.ts';

/** Files held against the items at once. */
const RUN = 5000;

/** Notes at each item that it scores clearly lower than the manifest of its archive says. */
export async function compareScores(
  { job, pool, write }: Pick<CheckWork, 'job' | 'pool' | 'write'>,
  { ruleSetVersion, byFile }: ManifestScores,
): Promise<void> {
  if (byFile.size === 0) return;
  const now = ruleSetLabel(await readRuleSettings(pool, job.organisationId));
  const scores = [...byFile].map(([file, score]) => ({ file, score }));
  const margin = marginOf(ruleSetVersion, now);
  for (let start = 0; start < scores.length; start += RUN) {
    const lower = await listLowerScores(pool, job.id, scores.slice(start, start + RUN), margin);
    const found = lower.flatMap(({ position, before, score }) => {
      const finding = degradation({ score: before, ruleSetVersion }, score, now);
      return finding ? [{ position, finding }] : [];
    });
    if (found.length > 0) await write((sql) => addFindings(sql, job.id, found));
  }
}
