import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { have, jobIs, readJob } from '#e2e/support/api.ts';
import { changed, contentOf, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { query } from '#e2e/support/database.ts';
import { ended, giveFile, progressWindow, send, skipPlan } from '#e2e/support/importing.ts';
import { processorPids } from '#e2e/support/product.ts';
import { hold, holdBefore, startSlowly } from '#e2e/support/slow-jobs.ts';
import { expect, goTo, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** US-023, AC4: large batches work on by themselves, are seen at work everywhere, and stop when told to. */

const STOPS_WITHIN_SECONDS = 2;

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

async function count(tag: string): Promise<number> {
  const [row] = await query<{ count: number }>('select count(*)::int from definitions where term like $1', [`%${tag}`]);
  return row?.count ?? 0;
}

function chip(page: Page): Locator {
  const tray = page.getByRole('region', { name: 'Uw lopende batches' });
  return tray.getByRole('button', { name: /^3\.000 definities importeren/ });
}

test('an import of 3 000 moves before one’s eyes, and goes on wherever one goes', async ({ signInAs }) => {
  const tag = uniqueTag('grootproef');
  const page = await signInAs('lead', { at: '/import', reducedMotion: 'no-preference' });
  await giveFile(page, { name: `${tag}.zip`, bytes: await zipOf(taggedFiles({ tag, count: 3_000 })) });
  await expect(page.getByText('3.000 JSON-bestanden')).toBeVisible();
  await skipPlan(page);
  await page.getByText('Geavanceerd').click();
  await page.getByLabel('Definities per blok').fill('8');
  await send(page);
  const steps = await holdBefore(await jobFrom(`${tag}.zip`), [100, 170, 240, 310]);

  const window = progressWindow(page);
  await expect(window.getByRole('listitem').filter({ hasText: 'nu bezig' })).toContainText('Verwerken');
  let shown = 0;
  for (const goOn of steps.slice(0, -1)) {
    shown = await valueAbove(shown, window.getByRole('progressbar'));
    await goOn();
  }
  await valueAbove(shown, window.getByRole('progressbar'));
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
  await expect(window.getByRole('progressbar')).toBeVisible();
  await steps.at(-1)?.();
  await ended(page, 'Voltooid');
  expect(await count(tag)).toBe(3_000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Uw lopende batches' }).getByText('3.000 definities')).toHaveCount(0);
});

/** What the bar shows once that is more than before. */
async function valueAbove(before: number, bar: Locator): Promise<number> {
  let value = 0;
  await expect
    .poll(async () => {
      value = Number(await bar.getAttribute('aria-valuenow'));
      return value;
    })
    .toBeGreaterThan(before);
  return value;
}

/** The job that imports this file, once it is there. */
async function jobFrom(fileName: string): Promise<string> {
  let id = '';
  await expect(async () => {
    const jobs = await query<{ id: string }>(
      'select j.id from jobs j join uploads u on u.id = j.upload_id where u.file_name = $1',
      [fileName],
    );
    expect(jobs).toHaveLength(1);
    id = jobs[0]?.id ?? '';
  }).toPass();
  return id;
}

test('stopped and kept: what is done stays, the rest is left, within 2 seconds; and done later after all', async ({
  signInAs,
}) => {
  const tag = uniqueTag('stopproef');
  const { id, batchId } = await startSlowly(caller, { tag, files: taggedFiles({ tag, count: 300 }), done: 20 });
  const goOn = await hold(id);
  const page = await signInAs('lead', { at: `/batches/${batchId}` });
  await page.getByRole('button', { name: 'Verwerking stoppen…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Verwerking stoppen?' });
  await expect(question.getByRole('button', { name: 'Doorgaan' })).toBeFocused();
  await goOn();
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
  const tag = uniqueTag('terugproef');
  const files = taggedFiles({ tag, count: 300 }).map((file) =>
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
  const { id, batchId } = await startSlowly(caller, { tag, files: [...reworded, ...files.slice(40)], done: 60 });
  const goOn = await hold(id);
  expect(await count(tag)).toBeGreaterThan(40);
  const page = await signInAs('lead', { at: `/batches/${batchId}` });
  await page.getByRole('button', { name: 'Verwerking stoppen…' }).click();
  await goOn();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stoppen en terugdraaien' }).click();
  const job = await jobIs(caller, id, /^rolled_back$/);
  await expect(page.getByText('Alles wat deze opdracht had geschreven is ongedaan gemaakt.')).toBeVisible();
  expect(job).toMatchObject({ succeeded: 0, rollbackConflict: 0 });
  expect(job.rolledBack).toBeGreaterThan(40);
  expect(
    await query('select id, definition, content_hash from definitions where term like $1 order by id', [`%${tag}`]),
  ).toEqual(before);
});

test('a processor that is killed outright costs nothing: another takes over and does each item once', async ({
  signInAs,
}) => {
  const tag = uniqueTag('doodproef');
  const files = taggedFiles({ tag, count: 400 });
  const { id, batchId } = await startSlowly(caller, { tag, files, done: 20 });
  const before = processorPids();
  expect(before.length).toBe(1);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  expect((await readJob(caller, id)).status).toBe('running');
  const page = await signInAs('lead', { at: `/batches/${batchId}` });
  const job = await jobIs(caller, id);
  await expect(page.getByText('Alle 400 items zijn verwerkt, zonder fouten.')).toBeVisible();
  expect(job).toMatchObject({ status: 'completed', succeeded: 400, failed: 0 });
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
  const tag = uniqueTag('sessieproef');
  const { id, batchId } = await startSlowly(caller, { tag, files: taggedFiles({ tag, count: 60 }) });
  const goOn = await hold(id);
  const page = await signInAs('lead', { at: `/batches/${batchId}`, ownSession: true });
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.context().request.post('/api/auth/sign-out');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText('Uw sessie is verlopen')).toBeVisible();
  await page.getByRole('button', { name: /^Aanmelden als Teamleider/ }).click();
  await expect(page).toHaveURL(new RegExp(`/batches/${batchId}`));
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await goOn();
  expect((await jobIs(caller, id)).status).toBe('completed');
  await expect(page.getByText('Alle 60 items zijn verwerkt, zonder fouten.')).toBeVisible();
  expect(await count(tag)).toBe(60);
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
