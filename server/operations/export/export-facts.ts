import { findAuthor } from '#db/queries/find-author.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { readRuleSettings } from '#db/queries/read-rule-settings.ts';
import { LOCALES, type Locale, type LocalisedText } from '#domain/locale.ts';
import { NAME_OF } from '#domain/operation-names.ts';
import { ruleSetLabel } from '#domain/validation/rule-set-label.ts';
import { APPLICATION } from '#server/application.ts';
import type { ManifestFacts } from '#server/archive/manifest.ts';
import type { Work } from '#server/operations/operation.ts';

/** What the files of an export say of it; `title` is what a person called it. */
export type ExportFacts = Omit<ManifestFacts, 'format' | 'formats'> & { title: string };

/** What every signature under an export says of it. */
export function signedFacts({ application, organisation, actor, jobId }: Omit<ExportFacts, 'title'>) {
  const { name, version } = application;
  return { organisation, actor, jobId, application: `${name} ${version}`, signedAt: new Date().toISOString() };
}

/** The title of documents nobody gave a name, and what a batch is called then. */
const TITLES: LocalisedText = { nl: 'Definities', en: 'Definitions' };
const UNNAMED = new RegExp(`^${NAME_OF.export}(?: \\+ \\d+)?$`);

/** What documents speak of themselves in. */
export function localeOf({ options }: Pick<JobRow, 'options'>): Locale {
  return LOCALES.find((locale) => locale === options.language) ?? 'nl';
}

export async function readExportFacts({ job, pool }: Work): Promise<ExportFacts> {
  const { id, name } = await findAuthor(pool, job);
  const { rows } = await pool.query<{ organisation: string; batch: string }>(
    `SELECT o.name AS organisation, b.name AS batch FROM organisations o, batches b WHERE o.id = $1 AND b.id = $2`,
    [job.organisationId, job.batchId],
  );
  const [named] = rows;
  return {
    title: named && !UNNAMED.test(named.batch) ? named.batch : TITLES[localeOf(job)],
    application: APPLICATION,
    ruleSetVersion: ruleSetLabel(await readRuleSettings(pool, job.organisationId)),
    batchId: job.batchId,
    jobId: job.id,
    actor: { id, name },
    organisation: { id: job.organisationId, name: named?.organisation ?? '' },
    selection: (job.selection ?? {}) as Record<string, never>,
    createdAt: job.createdAt.toISOString(),
    redactions: {},
  };
}
