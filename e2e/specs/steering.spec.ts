import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { type Batch, batchSchema, type ImportOptions } from '#contract/batches.ts';
import { definitionSchema } from '#contract/definitions.ts';
import { batchReportSchema } from '#contract/reports.ts';
import { uploadSchema } from '#contract/uploads.ts';
import { get, have, jobIs, readJob, startBatch, startImport } from '#e2e/support/api.ts';
import { changed, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways, type Look } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { ended, progressWindow } from '#e2e/support/importing.ts';
import { enterOn, tabTo } from '#e2e/support/keyboard.ts';
import { hold, startSlowly } from '#e2e/support/slow-jobs.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';
import { whileItMoves } from '#e2e/support/while-it-moves.ts';

/** Part 2: who steers a job or a batch of several jobs changes what happens, and sees it. */

const LOOKS: readonly Look[] = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 390 },
];
/** One definition a chunk, one chunk at a time: there is always one more to stop before. */
const ONE_BY_ONE: Partial<ImportOptions> = { confirm: false, chunkSize: 1, parallelism: 1 };

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

type Stored = { id: string; term: string; hash: string; version: number };

/** What is there of this tag, by term: equal content has equal hashes. */
async function stored(tag: string): Promise<Stored[]> {
  return query<Stored>(
    'select id, term, content_hash as hash, version from definitions where term like $1 order by term',
    [`%${tag}`],
  );
}

async function expectGood(page: Page, where: string): Promise<void> {
  for (const look of LOOKS) {
    await expectAccessible(page, where, look);
    await expectNoSideways(page, where, look.width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('a job stands still while it is paused, says so, and ends complete after', async ({ signInAs }) => {
  const tag = uniqueTag('pauzeproef');
  const { id, batchId } = await startSlowly(caller, { tag, files: taggedFiles({ tag, count: 200 }), done: 5 });
  const goOn = await hold(id);
  const page = await signInAs('lead', { at: `/batches/${batchId}` });
  await enterOn(page.getByRole('main').getByRole('button', { name: 'Pauzeren' }));
  // Either it still holds on to its chunk, or it gave that up meanwhile: how long this lasts is the machine's affair.
  await expect(page.getByRole('main').getByRole('button', { name: /^(Pauzeert…|Hervatten)$/ })).toBeFocused();
  await goOn();
  const resume = page.getByRole('main').getByRole('button', { name: 'Hervatten' });
  await expect(resume).toBeFocused();
  await expect(
    page.getByText('Gepauzeerd. Wat verwerkt is, is bewaard; de rest wacht tot iemand hervat.'),
  ).toBeVisible();

  const paused = await jobIs(caller, id, /^paused$/);
  expect(paused.succeeded).toBeGreaterThanOrEqual(5);
  expect(paused.succeeded).toBeLessThan(paused.total);
  await expectGood(page, 'paused job');

  await page.getByRole('main').getByRole('button', { name: 'Voortgangsvenster tonen' }).click();
  const window = progressWindow(page);
  await expect(window.getByRole('listitem').filter({ hasText: 'gepauzeerd' })).toContainText('Verwerken');
  await expect(window.getByText('de opdracht blijft gepauzeerd tot iemand hervat')).toBeVisible();
  await expectGood(page, 'window of a paused job');
  await page.goto('/');
  const waiting = page.getByRole('region', { name: 'Wacht op u' });
  await expect(waiting.getByRole('listitem').filter({ hasText: tag })).toContainText('Gepauzeerd');

  const [since] = await query<{ later: number; stands: number }>(
    `select count(*) filter (where c.finished_at > a.at)::int as later, (select succeeded from jobs where id = $1) as stands
     from audit_entries a left join job_chunks c on c.job_id = $1
     where a.subject_id = $1::text and a.action = 'job.paused'`,
    [id],
  );
  expect(since, 'chunks after the pause, and the count of then').toEqual({ later: 0, stands: paused.succeeded });
  expect(await stored(tag)).toHaveLength(paused.succeeded);

  await waiting.getByRole('button', { name: new RegExp(`^Hervatten van .*${tag}`) }).click();
  const job = await jobIs(caller, id);
  expect(job).toMatchObject({ status: 'completed', succeeded: 200, failed: 0 });
  const rows = await stored(tag);
  expect(rows).toHaveLength(200);
  expect(rows.every(({ version }) => version === 1)).toBe(true);
});

type Wanted = { name: string; count: number; options?: Partial<ImportOptions> };

/** Uploads a file for each and starts them as one batch; `more` by the place of a job. */
async function startSeveral(
  tag: string,
  wanted: readonly Wanted[],
  batch: Omit<Parameters<typeof startBatch>[1], 'jobs' | 'name'> = {},
  more: Record<number, { dependsOn?: number[]; onDependencyFailure?: 'skip' | 'fail' | 'run'; priority?: number }> = {},
): Promise<Batch> {
  const jobs = await Promise.all(
    wanted.map(async ({ name, count, options = {} }, place) => ({
      operation: 'import' as const,
      name: `${name} ${tag}`,
      uploadId: await uploaded(`${tag}-${place}.zip`, await zipOf(taggedFiles({ tag: `${name}${tag}`, count }))),
      options: { ...ONE_BY_ONE, ...options },
      ...more[place],
    })),
  );
  return startBatch(caller, { name: `Samen ${tag}`, ...batch, jobs });
}

async function uploaded(fileName: string, bytes: Buffer): Promise<string> {
  const answer = await caller.post('/api/v1/uploads', {
    data: bytes,
    headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': fileName },
  });
  await expect(answer, `upload of ${fileName}`).toBeOK();
  return uploadSchema.parse(await answer.json()).id;
}

function rowOf(page: Page, name: string): Locator {
  return page.getByRole('list', { name: 'Opdrachten' }).getByRole('listitem').filter({ hasText: name });
}

/** Opens the menu of one of the jobs and chooses from it. */
async function choose(page: Page, job: string, command: string): Promise<void> {
  await page.getByRole('button', { name: `Acties voor ${job}` }).click();
  await page.getByRole('menuitem', { name: command }).click();
}

function batchEnds(id: string): Promise<Batch> {
  return whileItMoves({
    what: 'every job of the batch has ended',
    look: () => get(caller, `/api/v1/batches/${id}`, batchSchema),
    until: ({ progress }) => progress.jobs.ended === progress.jobs.total,
  });
}

test('one of three jobs is stopped, the others finish, and the report over all of them adds up', async ({
  signInAs,
}) => {
  const tag = uniqueTag('drieproef');
  const names = ['eerste', 'tweede', 'derde'];
  const batch = await startSeveral(
    tag,
    names.map((name) => ({ name, count: name === 'tweede' ? 200 : 40 })),
    { maxConcurrent: 3 },
  );
  const second = batch.jobs[1]?.id ?? '';
  await whileItMoves({
    what: 'the second job is at work',
    look: () => readJob(caller, second),
    until: ({ status, succeeded }) => status === 'running' && succeeded > 0,
  });
  const goOn = await hold(second);
  const page = await signInAs('lead', { at: `/batches/${batch.id}` });
  await expect(page.getByRole('heading', { level: 1, name: `Samen ${tag}` })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Opdrachten' }).locator('> li')).toHaveCount(3);
  await choose(page, `tweede ${tag}`, 'Verwerking stoppen…');
  const question = page.getByRole('alertdialog', { name: 'Verwerking stoppen?' });
  await question.getByRole('button', { name: /^Stoppen, verwerkte behouden/ }).click();
  await goOn();

  const { jobs, progress } = await batchEnds(batch.id);
  expect(jobs.map(({ status }) => status)).toEqual(['completed', 'cancelled', 'completed']);
  expect(progress).toMatchObject({ status: 'completed_with_errors', total: 280, failed: 0 });
  expect(progress.succeeded + progress.cancelled).toBe(280);
  for (const [place, name] of names.entries())
    expect(await stored(`${name}${tag}`), name).toHaveLength(jobs[place]?.succeeded ?? -1);

  await expect(rowOf(page, `tweede ${tag}`)).toContainText('Gestopt');
  await expect(page.getByText('3 van 3 opdrachten klaar')).toBeVisible();
  await page.getByRole('tab', { name: 'Rapport' }).click();
  const report = await get(caller, `/api/v1/batches/${batch.id}/report`, batchReportSchema);
  expect(report.totals).toMatchObject({ total: 280, succeeded: progress.succeeded, cancelled: progress.cancelled });
  const sum = page.getByRole('table', { name: 'Uitkomst per opdracht' }).getByRole('row', { name: /^Totaal/ });
  await expect(sum.getByRole('cell').nth(1)).toHaveText('280');
  await expect(sum.getByRole('cell').nth(2)).toHaveText(String(progress.succeeded));
  await expectGood(page, 'report of a batch');

  await page.getByRole('link', { name: `tweede ${tag}` }).click();
  await expect(page).toHaveURL(new RegExp(`job=${second}`));
  await expect(page.getByRole('heading', { level: 1, name: `tweede ${tag}` })).toBeVisible();
  await expect(page.getByText(/^Gestopt door een medewerker\./)).toBeVisible();
  await page.getByRole('link', { name: /^Alle 3 opdrachten/ }).click();
  await expect(page.getByRole('list', { name: 'Opdrachten' })).toBeVisible();
});

test('what waits says for what, and can be put forward; by keyboard', async ({ signInAs }) => {
  const tag = uniqueTag('wachtproef');
  const wanted = ['voorop', 'daarna', 'los'].map((name) => ({ name, count: name === 'voorop' ? 200 : 20 }));
  const dependent = { dependsOn: [0], onDependencyFailure: 'fail' as const };
  const batch = await startSeveral(tag, wanted, { maxConcurrent: 1 }, { 1: dependent, 2: { priority: 2 } });
  const [first, second, third] = batch.jobs;
  await jobIs(caller, first?.id ?? '', /^running$/);
  const goOn = await hold(first?.id ?? '');
  const page = await signInAs('lead', { at: `/batches/${batch.id}` });
  const after = rowOf(page, `daarna ${tag}`);
  await expect(after).toContainText('Wacht op andere opdracht');
  await expect(after.getByRole('link', { name: `voorop ${tag}` })).toBeVisible();
  await expect(after).toContainText('Loopt daarvan iets niet goed af, dan mislukt deze opdracht ook.');
  await expect(rowOf(page, `los ${tag}`)).toContainText('Wacht op een vrije plek');
  await expectGood(page, 'batch of several jobs');

  await enterOn(page.getByRole('button', { name: `Acties voor los ${tag}` }));
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Prioriteit: Hoog' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowOf(page, `los ${tag}`)).toContainText('Prioriteit: Hoog');
  expect((await readJob(caller, third?.id ?? '')).priority).toBe(8);
  expect((await readJob(caller, second?.id ?? '')).priority).toBe(5);

  await tabTo(page.getByRole('button', { name: /Tegelijk/ }));
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: '2 opdrachten' }).press('Enter');
  await expect(page.getByRole('button', { name: /Tegelijk/ })).toContainText('2 opdrachten');
  await jobIs(caller, third?.id ?? '', /^(running|completed)$/);
  expect((await readJob(caller, first?.id ?? '')).status, 'the first is still held').toBe('running');
  await goOn();
  const { jobs } = await batchEnds(batch.id);
  expect(jobs.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
});

test('undo takes back what is as it was left, and keeps what somebody edited since', async ({ signInAs }) => {
  const tag = uniqueTag('weerproef');
  const files = taggedFiles({ tag, count: 6 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft', relations: [] })),
  );
  await have(caller, `${tag}-vooraf.zip`, await zipOf(files.slice(0, 4)));
  const before = await stored(tag);
  const reworded = files.map((file) =>
    changed(file, (content) => ({ ...content, definition: `${String(content.definition)}, anders` })),
  );
  const { id, batchId } = await startImport(caller, {
    fileName: `${tag}.zip`,
    bytes: await zipOf(reworded),
    options: { confirm: false, conflict: 'overwrite' },
  });
  expect(await jobIs(caller, id)).toMatchObject({ status: 'completed', succeeded: 6 });
  expect(await stored(tag)).toHaveLength(6);
  const edited = before[1] as Stored;
  await edit(edited.id, 'Intussen met de hand verbeterd.');
  const after = await stored(tag);

  const page = await signInAs('lead', { at: `/batches/${batchId}` });
  await page.getByRole('button', { name: 'Ongedaan maken…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Deze opdracht ongedaan maken?' });
  await expect(question.getByRole('button', { name: 'Niets doen' })).toBeFocused();
  await expect(question.getByText('Wordt teruggedraaid').locator('..')).toContainText('5');
  await expect(question.getByText('Blijft staan, sindsdien bewerkt').locator('..')).toContainText('1');
  await expect(question.getByRole('listitem')).toHaveCount(1);
  await expect(question.getByRole('link', { name: edited.term })).toHaveAttribute(
    'href',
    new RegExp(`/definitions/${edited.id}`),
  );
  await expectGood(page, 'question before an undo');
  expect(await stored(tag), 'a dry run changes nothing').toEqual(after);

  await question.getByRole('button', { name: '5 items terugdraaien' }).click();
  await expect(progressWindow(page)).toBeVisible();
  await ended(page, 'Teruggedraaid');
  expect(await readJob(caller, id)).toMatchObject({ status: 'rolled_back', rolledBack: 5, rollbackConflict: 1 });
  const now = await stored(tag);
  const kept = after.find((row) => row.id === edited.id) as Stored;
  const expected = before.map(({ id: known, hash }) => [known, known === edited.id ? kept.hash : hash]);
  expect(now.map(({ id: known, hash }) => [known, hash])).toEqual(expected);
  expect(kept.hash).not.toBe(edited.hash);

  const window = progressWindow(page);
  await expect(window.getByRole('button', { name: 'Ongedaan maken…' })).toHaveCount(0);
  await window.getByRole('link', { name: 'Wat bleef staan bekijken' }).click();
  const items = page.getByRole('table', { name: 'Items van deze batch' });
  await expect(items.getByRole('row')).toHaveCount(2);
  await expect(items.getByRole('row').nth(1)).toContainText(edited.term);
  await expect(items.getByRole('row').nth(1)).toContainText('Niet teruggedraaid');
});

/** As somebody does on the page of the definition. */
async function edit(id: string, explanation: string): Promise<void> {
  const { version } = await get(caller, `/api/v1/definitions/${id}`, definitionSchema);
  const answer = await caller.patch(`/api/v1/definitions/${id}`, {
    data: { explanation, reason: 'Tussendoor' },
    headers: { 'If-Match': `"${version}"` },
  });
  await expect(answer, 'edit of a definition').toBeOK();
}

test('what failed in one job of several is done again from the page of the batch', async ({ signInAs }) => {
  const tag = uniqueTag('nogeensproef');
  const invalid = await zipOf(taggedFiles({ tag: `fout${tag}`, count: 20, invalidPercent: 25 }));
  const batch = await startBatch(caller, {
    name: `Samen ${tag}`,
    jobs: [
      {
        operation: 'import',
        name: `fout ${tag}`,
        uploadId: await uploaded(`${tag}.zip`, invalid),
        options: { confirm: false },
      },
      {
        operation: 'import',
        name: `goed ${tag}`,
        uploadId: await uploaded(`${tag}2.zip`, await zipOf(taggedFiles({ tag: `goed${tag}`, count: 10 }))),
        options: { confirm: false },
      },
    ],
  });
  const [broken] = (await batchEnds(batch.id)).jobs;
  expect(broken).toMatchObject({ status: 'completed_with_errors', failed: 5 });
  const page = await signInAs('lead', { at: `/batches/${batch.id}` });
  await choose(page, `fout ${tag}`, 'Alleen mislukte opnieuw');
  await expect(progressWindow(page)).toBeVisible();
  await ended(page, 'Voltooid met fouten');
  const [again] = await query<{ total: number; failed: number }>('select total, failed from jobs where retry_of = $1', [
    broken?.id,
  ]);
  expect(again).toEqual({ total: 5, failed: 5 });
});
