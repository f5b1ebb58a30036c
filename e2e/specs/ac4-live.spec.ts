import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { ImportOptions } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { have, jobIs, readJob, signedIn, startImport } from '#e2e/support/api.ts';
import { changed, contentOf, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { query } from '#e2e/support/database.ts';
import { chooseFile, ended, progressWindow, send, skipPlan } from '#e2e/support/importing.ts';
import { processorPids } from '#e2e/support/product.ts';
import { expect, goTo, test } from '#e2e/support/test.ts';

/** US-023, AC4: large batches work on by themselves, are seen at work everywhere, and stop when told to. */

/** Small blocks, one at a time: slow enough to be looked at. */
const SLOWLY: Partial<ImportOptions> = { confirm: false, chunkSize: 1, parallelism: 1 };
const STOPS_WITHIN_SECONDS = 2;

let caller: APIRequestContext;
test.beforeAll(async () => {
  caller = await signedIn('lead');
});
test.afterAll(() => caller.dispose());

async function count(tag: string): Promise<number> {
  const [row] = await query<{ count: number }>('select count(*)::int from definitions where term like $1', [`%${tag}`]);
  return row?.count ?? 0;
}

/** Starts an import of so many definitions and waits until the work is well under way. */
async function startSlowly(tag: string, files = taggedFiles({ tag, count: 1_500 })): Promise<Job> {
  const job = await startImport(caller, { fileName: `${tag}.zip`, bytes: await zipOf(files), options: SLOWLY });
  await expect
    .poll(async () => (await readJob(caller, job.id)).succeeded, { timeout: 60_000, intervals: [100] })
    .toBeGreaterThan(20);
  return job;
}

async function openBatch(page: Page, tag: string): Promise<void> {
  await goTo(page, 'Batches');
  await page.getByRole('link', { name: `${tag}.zip` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${tag}.zip` })).toBeVisible();
}

function chip(page: Page): Locator {
  return page.getByRole('region', { name: 'Uw lopende batches' }).getByRole('button').first();
}

test('an import of 3 000 moves before one’s eyes, and goes on wherever one goes', async ({ signInAs }) => {
  const tag = 'grootproef';
  const page = await signInAs('lead');
  await chooseFile(page, { name: `${tag}.zip`, bytes: await zipOf(taggedFiles({ tag, count: 3_000 })) });
  await expect(page.getByText('3.000 JSON-bestanden')).toBeVisible();
  await skipPlan(page);
  await page.getByText('Geavanceerd').click();
  await page.getByLabel('Definities per blok').fill('2');
  await send(page);

  const window = progressWindow(page);
  await expect(window.getByRole('listitem').filter({ hasText: 'nu bezig' })).toContainText('Verwerken', {
    timeout: 60_000,
  });
  const values = await valuesSeen(window.getByRole('progressbar'), 4);
  expect(values, 'never back').toEqual([...values].sort((a, b) => a - b));
  await expect(window.getByText('U kunt dit venster sluiten; de verwerking gaat door.')).toBeVisible();
  await expect(page).toHaveTitle(/^\(\d+ %\) /);

  await window.getByRole('button', { name: 'Op de achtergrond verder' }).last().click();
  await expect(window).toBeHidden();
  await expect(chip(page)).toBeFocused();
  await goTo(page, 'Definities');
  await expect(chip(page)).toHaveAccessibleName(/^3\.000 definities importeren \d+%\s*\. Bezig/);
  await page.reload();
  await expect(chip(page)).toHaveAccessibleName(/^3\.000 definities importeren \d+%\s*\. Bezig/);
  const tab = await page.context().newPage();
  await tab.goto('/');
  await expect(chip(tab)).toHaveAccessibleName(/van 3\.000 verwerkt/);
  await tab.close();
  const elsewhere = await signInAs('lead', { viewport: { width: 390, height: 800 } });
  await expect(chip(elsewhere)).toHaveAccessibleName(/van 3\.000 verwerkt/);

  await chip(page).click();
  await ended(page, 'Voltooid');
  expect(await count(tag)).toBe(3_000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Uw lopende batches' }).getByText('3.000 definities')).toHaveCount(0);
});

/** The different values a bar takes while it is looked at, until there are so many. */
async function valuesSeen(bar: Locator, different: number): Promise<number[]> {
  const seen: number[] = [];
  await expect
    .poll(
      async () => {
        const value = Number(await bar.getAttribute('aria-valuenow'));
        if (seen.at(-1) !== value) seen.push(value);
        return seen.length;
      },
      { intervals: [100] },
    )
    .toBeGreaterThanOrEqual(different);
  return seen;
}

test('stopped and kept: what is done stays, the rest is left, within 2 seconds; and done later after all', async ({
  signInAs,
}) => {
  const tag = 'stopproef';
  const page = await signInAs('lead');
  const { id } = await startSlowly(tag);
  await openBatch(page, tag);
  await page.getByRole('button', { name: 'Verwerking stoppen…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Verwerking stoppen?' });
  await expect(question.getByRole('button', { name: 'Doorgaan' })).toBeFocused();
  await question.getByRole('button', { name: /^Stoppen, verwerkte behouden/ }).click();
  await expect(page.getByText(/^Gestopt door een medewerker\./)).toBeVisible();

  const job = await jobIs(caller, id, /^cancelled$/);
  expect(await secondsBetween(id, 'job.cancel', 'job.cancelled')).toBeLessThan(STOPS_WITHIN_SECONDS);
  expect(job.succeeded).toBeGreaterThan(0);
  expect(job.cancelled).toBeGreaterThan(0);
  expect(job.succeeded + job.cancelled).toBe(job.total);
  expect(await count(tag)).toBe(job.succeeded);

  await page.getByRole('button', { name: 'Niet verwerkte alsnog doen' }).click();
  await expect(progressWindow(page)).toBeVisible();
  await ended(page, 'Voltooid');
  expect(await count(tag)).toBe(job.total);
});

test('stopped and taken back: everything is as it was', async ({ signInAs }) => {
  const tag = 'terugproef';
  const files = taggedFiles({ tag, count: 1_500 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft', relations: [] })),
  );
  const there = files.slice(0, 40);
  await have(caller, `${tag}-vooraf.zip`, await zipOf(there));
  const before = await query('select id, definition, content_hash from definitions where term like $1 order by id', [
    `%${tag}`,
  ]);
  const reworded = there.map((file) =>
    changed(file, (content) => ({ ...content, definition: `${content.definition}, anders` })),
  );
  const page = await signInAs('lead');
  const { id } = await startSlowly(tag, [...reworded, ...files.slice(40)]);
  expect(await count(tag)).toBeGreaterThan(40 - 1);
  await openBatch(page, tag);
  await page.getByRole('button', { name: 'Verwerking stoppen…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stoppen en terugdraaien' }).click();
  await expect(page.getByText('Alles wat deze opdracht had geschreven is ongedaan gemaakt.')).toBeVisible({
    timeout: 60_000,
  });
  const job = await jobIs(caller, id, /^rolled_back$/);
  expect(job).toMatchObject({ succeeded: 0, rollbackConflict: 0 });
  expect(job.rolledBack).toBeGreaterThan(20);
  expect(
    await query('select id, definition, content_hash from definitions where term like $1 order by id', [`%${tag}`]),
  ).toEqual(before);
});

test('a processor that is killed outright costs nothing: another takes over and does each item once', async ({
  signInAs,
}) => {
  const tag = 'doodproef';
  const files = taggedFiles({ tag, count: 800 });
  const page = await signInAs('lead');
  const { id } = await startSlowly(tag, files);
  const before = processorPids();
  expect(before.length).toBe(1);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  expect((await readJob(caller, id)).status).toBe('running');
  await openBatch(page, tag);
  await expect(page.getByText('Alle 800 items zijn verwerkt, zonder fouten.')).toBeVisible({ timeout: 90_000 });
  const job = await jobIs(caller, id);
  expect(job).toMatchObject({ status: 'completed', succeeded: 800, failed: 0 });
  expect(job.attempt).toBeGreaterThan(1);
  expect(processorPids()).not.toEqual(before);
  const rows = await query<{ term: string; version: number }>(
    'select term, version from definitions where term like $1',
    [`%${tag}`],
  );
  expect(rows.map(({ term }) => term).sort()).toEqual(files.map((file) => contentOf(file).term).sort());
  expect(rows.every(({ version }) => version === 1)).toBe(true);
});

test('a session that ends in the middle leads to the sign-in page and back, and the work goes on', async ({
  signInAs,
}) => {
  const tag = 'sessieproef';
  const page = await signInAs('lead');
  const { id, batchId } = await startSlowly(tag, taggedFiles({ tag, count: 800 }));
  await openBatch(page, tag);
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.context().request.post('/api/auth/sign-out');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText('Uw sessie is verlopen')).toBeVisible();
  await page.getByRole('button', { name: /^Aanmelden als Teamleider/ }).click();
  await expect(page).toHaveURL(new RegExp(`/batches/${batchId}`));
  await expect(page.getByText('Alle 800 items zijn verwerkt, zonder fouten.')).toBeVisible({ timeout: 60_000 });
  expect((await readJob(caller, id)).status).toBe('completed');
  expect(await count(tag)).toBe(800);
});

/** Between the two audit entries of this job, by the clock that wrote them both. */
async function secondsBetween(jobId: string, first: string, second: string): Promise<number> {
  const rows = await query<{ action: string; at: Date }>(
    'select action, at from audit_entries where subject_id = $1 and action = any($2)',
    [jobId, [first, second]],
  );
  const at = (action: string) => rows.find((row) => row.action === action)?.at.getTime() ?? Number.NaN;
  return (at(second) - at(first)) / 1_000;
}
