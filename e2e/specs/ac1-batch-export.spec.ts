import type { APIRequestContext, Page } from '@playwright/test';
import { type Definition, definitionPageSchema, definitionSchema } from '#contract/definitions.ts';
import { jobSchema } from '#contract/jobs.ts';
import { type Manifest, manifestSchema } from '#contract/manifest.ts';
import { type Report, reportSchema } from '#contract/reports.ts';
import { get, getAll, have, jobIs, startBatch } from '#e2e/support/api.ts';
import { taggedFiles, unzip, zipOf } from '#e2e/support/archives.ts';
import { query } from '#e2e/support/database.ts';
import { search } from '#e2e/support/definition-list.ts';
import { download, sha256 } from '#e2e/support/downloads.ts';
import { readOutcomes } from '#e2e/support/outcomes.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** US-023, AC1: everything selected comes in one ZIP with a file each, a manifest and a report, with progress to see. */

const TAG = uniqueTag('uitvoerproef');
const COUNT = 130;
const NAME = 'Export van de proef';

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
  await have(caller, `${TAG}.zip`, await zipOf(taggedFiles({ tag: TAG, count: COUNT })));
});

test('a selection across pages, less one, becomes one ZIP that holds exactly what the database holds', async ({
  signInAs,
}) => {
  const page = await signInAs('lead', { at: '/definitions', reducedMotion: 'no-preference' });
  const left = await selectAllButOne(page);
  await startExport(page);

  const progress = page.getByRole('dialog', { name: `${COUNT - 1} definities exporteren` });
  const link = progress.getByRole('link', { name: 'Bestand downloaden' });
  await expect(link).toBeVisible();
  await expect(progress.getByRole('img', { name: `${COUNT - 1} van ${COUNT - 1} verwerkt` })).toBeVisible();

  const fromWindow = await download(link);
  expect(fromWindow.name).toMatch(/^lexport-\d{4}-\d\d-\d\d-[0-9a-f-]+\.zip$/);
  const entries = await unzip(fromWindow.bytes);
  const manifest = manifestSchema.parse(JSON.parse(textOf(entries, 'manifest.json')));
  await compareWithDatabase(entries, manifest, left);
  await compareWithJob(fromWindow.bytes, entries, manifest);

  await progress.getByRole('button', { name: 'Volledig rapport' }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  const { total, ...outcomes } = await readOutcomes(page);
  expect(total).toBe(COUNT - 1);
  expect(outcomes.Geslaagd).toBe(COUNT - 1);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(total);

  await page.getByRole('tab', { name: /^Bestanden/ }).click();
  const fromPage = await download(page.getByRole('link', { name: /^Downloaden/ }));
  expect(sha256(fromPage.bytes)).toBe(sha256(fromWindow.bytes));
  await expect(page.getByText(sha256(fromWindow.bytes))).toBeVisible();
});

test('the download is refused to whoever may not have it', async ({ callAs }) => {
  const { jobs } = await startBatch(caller, {
    name: 'Export voor een ander',
    jobs: [{ operation: 'export', selection: { filter: { q: TAG } } }],
  });
  const { artifacts } = await jobIs(caller, jobs[0]?.id ?? '');
  const answer = await (await callAs('viewer')).get(`/api/v1/artifacts/${artifacts[0]?.id}`);
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'not_allowed' });
});

/** Chooses everything that matches and takes one row of the second page out again; answers that row's term. */
async function selectAllButOne(page: Page): Promise<string> {
  await search(page, TAG, COUNT);
  await page.getByRole('checkbox', { name: 'Selecteer alle rijen op deze pagina' }).check();
  await expect(page.getByText('50 op deze pagina geselecteerd.')).toBeVisible();
  await page.getByRole('button', { name: `Selecteer alle ${COUNT} die aan het filter voldoen` }).click();
  await page.getByRole('button', { name: 'Volgende' }).click();
  await expect(page.getByText(`51 tot en met 100 van ${COUNT}`)).toBeVisible();
  const row = page.getByRole('row').nth(3);
  const term = (await row.getByRole('rowheader').textContent()) ?? '';
  await row.getByRole('checkbox').uncheck();
  await expect(page.getByRole('status').filter({ hasText: `${COUNT - 1} van ${COUNT} geselecteerd` })).toBeVisible();
  return term;
}

async function startExport(page: Page): Promise<void> {
  const actions = page.getByRole('region', { name: 'Bewerkingen op de selectie' });
  await actions.getByRole('button', { name: 'Exporteren' }).click();
  const dialog = page.getByRole('dialog', { name: 'Definities exporteren' });
  await expect(dialog.getByText(`${COUNT - 1} JSON-bestanden, één per definitie`)).toBeVisible();
  await expect(dialog.getByText('1 definitie hebt u uitgezonderd.')).toBeVisible();
  await dialog.getByLabel('Naam').fill(NAME);
  await dialog.getByRole('button', { name: 'Export starten' }).click();
}

type Stored = { id: string; term: string; definition: string; version: number; content_hash: string };

async function compareWithDatabase(entries: Map<string, Buffer>, manifest: Manifest, left: string): Promise<void> {
  const rows = await query<Stored>(
    'select id, term, definition, version, content_hash from definitions where term like $1 and term <> $2',
    [`%${TAG}`, left],
  );
  expect(manifest.files.length).toBe(COUNT - 1);
  expect(manifest.files.map(({ definitionId }) => definitionId).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect([...entries.keys()].sort()).toEqual(
    [...manifest.files.map(({ path }) => path), 'manifest.json', 'manifest.signature.json', 'report.json'].sort(),
  );
  for (const { id, term, definition, version, content_hash } of rows) {
    const listed = manifest.files.find((file) => file.definitionId === id);
    expect(listed).toMatchObject({ term, version, contentHash: `sha256:${content_hash}` });
    const file = JSON.parse(textOf(entries, listed?.path ?? ''));
    expect(file).toMatchObject({ id, term, definition, version, contentHash: `sha256:${content_hash}` });
  }
  await compareWithApi(entries, manifest);
}

/** What the person sees on the pages is what is in the files, field by field. */
async function compareWithApi(entries: Map<string, Buffer>, manifest: Manifest): Promise<void> {
  const shown = await getAll(caller, `/api/v1/definitions?q=${TAG}`, definitionPageSchema);
  expect(shown.length).toBe(COUNT);
  for (const { definitionId, path } of manifest.files.slice(0, 5)) {
    const { relations, ...definition } = await get(caller, `/api/v1/definitions/${definitionId}`, definitionSchema);
    const file = JSON.parse(textOf(entries, path));
    expect(file).toMatchObject({ ...contentOf(definition), contentHash: `sha256:${definition.contentHash}` });
    expect(file.relations.length).toBe(relations.length);
  }
}

function contentOf(definition: Omit<Definition, 'relations'>) {
  const { term, examples, sources, synonyms, legalBasis, caseReferences, organisationalContext, status } = definition;
  return { term, examples, sources, synonyms, legalBasis, caseReferences, organisationalContext, status };
}

async function compareWithJob(archive: Buffer, entries: Map<string, Buffer>, manifest: Manifest): Promise<void> {
  const job = await get(caller, `/api/v1/jobs/${manifest.jobId}`, jobSchema);
  expect(job).toMatchObject({ status: 'completed', total: COUNT - 1, succeeded: COUNT - 1, batchId: manifest.batchId });
  expect(job.artifacts).toMatchObject([{ kind: 'archive', size: archive.length, sha256: sha256(archive) }]);
  const [stored] = await query('select sha256, size::int from artifacts where job_id = $1', [job.id]);
  expect(stored).toEqual({ sha256: sha256(archive), size: archive.length });

  for (const { path, sha256: expected, bytes } of manifest.files) {
    expect(sha256(entries.get(path) ?? ''), path).toBe(expected);
    expect(entries.get(path)?.length, path).toBe(bytes);
  }
  expect(manifest.digest).toBe(sha256(manifest.files.map((file) => `${file.path}\0${file.sha256}\n`).join('')));
  expect(manifest.totals).toEqual({
    files: COUNT - 1,
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
  });

  const inside: Report = reportSchema.parse(JSON.parse(textOf(entries, 'report.json')));
  expect(inside.totals).toMatchObject({ total: COUNT - 1, succeeded: COUNT - 1, failed: 0 });
}

function textOf(entries: Map<string, Buffer>, path: string): string {
  expect(entries.has(path), `${path} in the archive`).toBe(true);
  return entries.get(path)?.toString('utf8') ?? '';
}
