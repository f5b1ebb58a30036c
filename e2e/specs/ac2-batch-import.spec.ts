import type { APIRequestContext, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { reportSchema } from '#contract/reports.ts';
import type { GeneratedFile } from '#db/seed/generate-files.ts';
import { have, jobIs, startBatch, startImport } from '#e2e/support/api.ts';
import { changed, contentOf, taggedFiles, unzip, writeFolder, zipOf } from '#e2e/support/archives.ts';
import { query } from '#e2e/support/database.ts';
import { download } from '#e2e/support/downloads.ts';
import {
  chooseFile,
  confirmPlan,
  decisionBar,
  ended,
  expectPlan,
  giveFile,
  giveFolder,
  planChip,
  progressWindow,
  send,
  skipPlan,
  toPlan,
} from '#e2e/support/importing.ts';
import { readOutcomes } from '#e2e/support/outcomes.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** US-023, AC2: a ZIP or a folder comes in, checked before anything is written, with what fails skipped or done again. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

const withStatus = (files: GeneratedFile[], status: string) =>
  files.map((file) => changed(file, (content) => ({ ...content, status })));
const reworded = (file: GeneratedFile) =>
  changed(file, (content) => ({ ...content, definition: `${content.definition} met het oog op de proef` }));

async function stored(tag: string) {
  return query<{ term: string; version: number; definition: string }>(
    'select term, version, definition from definitions where term like $1 order by term',
    [`%${tag}`],
  );
}

test('a ZIP of every kind of item: checked, shown, decided upon, applied, reported, and what failed mended', async ({
  signInAs,
}) => {
  const tag = uniqueTag('invoerproef');
  const all = taggedFiles({ tag, count: 42 });
  const there = [...withStatus(all.slice(0, 2), 'established'), ...withStatus(all.slice(2, 30), 'draft')];
  await have(caller, `${tag}-vooraf.zip`, await zipOf(there));
  const added = withStatus(all.slice(30), 'draft');
  const spoiled = taggedFiles({ tag: `${tag} hersteld`, count: 3, invalidPercent: 100 });
  const files = [
    ...there.slice(2, 12),
    ...there.slice(12, 17).map(reworded),
    ...there.slice(0, 1).map(reworded),
    ...added,
    { name: 'definitions/nog-een-keer.json', text: added[0]?.text ?? '' },
    ...spoiled,
  ];
  const page = await signInAs('lead', { at: '/import' });

  await test.step('look at it before it is sent', async () => {
    await giveFile(page, { name: 'proef.zip', bytes: await zipOf(files) });
    await expect(page.getByText('proef.zip')).toBeVisible();
    await expect(page.getByText(`${files.length} JSON-bestanden`)).toBeVisible();
    await expect(page.getByText('Er wordt nog niets geschreven.')).toBeVisible();
    await send(page);
    await toPlan(page);
  });

  await test.step('see what would happen to each item and why', async () => {
    await expectPlan(page, {
      Alles: 32,
      Nieuw: 12,
      Ongewijzigd: 10,
      Gewijzigd: 5,
      'Dubbel in bestand': 1,
      Conflict: 1,
      Afgekeurd: 3,
    });
    await seeRejected(page, spoiled);
    await decide(page);
  });

  expect((await stored(tag)).length, 'written before anybody said yes').toBe(30);
  await confirmPlan(page);
  await ended(page, 'Voltooid met fouten');

  await test.step('find it in the database', async () => {
    const rows = await stored(tag);
    expect(rows.length).toBe(42);
    const changedTo = rows.filter(({ definition }) => definition.endsWith('met het oog op de proef'));
    expect(changedTo.map(({ version }) => version)).toEqual([2, 2, 2, 2, 2]);
    expect(rows.filter(({ version }) => version > 1).length).toBe(5);
  });

  const failed = await download(progressWindow(page).getByRole('link', { name: 'Foutbestand downloaden als ZIP' }));
  await progressWindow(page).getByRole('button', { name: 'Volledig rapport' }).click();
  await test.step('read the report', () => readReport(page));
  await test.step('mend what failed and send it again', () => mend(page, failed.bytes, tag));
});

/** Each of the three faults is told at its item. */
async function seeRejected(page: Page, spoiled: GeneratedFile[]): Promise<void> {
  await planChip(page, 'Afgekeurd').click();
  await expect(page.getByRole('option')).toHaveCount(spoiled.length);
  const pane = page.getByRole('region', { name: 'Gekozen item' });
  for (const [index, fault] of [/begrip/i, /categorie|onbestaand/i, /JSON/].entries()) {
    await page.getByRole('option').nth(index).click();
    await expect(pane).toContainText('Afgekeurd');
    await expect(pane).toContainText(spoiled[index]?.name ?? '');
    await expect(pane.getByRole('listitem').first()).toContainText(fault);
  }
}

/** Sees the words that change, leaves one update out and lets the established one have a new version. */
async function decide(page: Page): Promise<void> {
  const pane = page.getByRole('region', { name: 'Gekozen item' });
  await planChip(page, 'Gewijzigd').click();
  await expect(page.getByRole('option')).toHaveCount(5);
  await page.getByRole('option').first().click();
  await expect(pane.getByRole('insertion').first()).toContainText('met het oog op de proef');
  await tick(pane.getByRole('radio', { name: 'Overslaan' }));
  await expect(page.getByRole('option').first()).toContainText('Zelf gekozen.');

  await planChip(page, 'Conflict').click();
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option')).toContainText('De bestaande definitie is vastgesteld.');
  await page.getByRole('option').click();
  await tick(pane.getByRole('radio', { name: 'Als nieuwe versie vastleggen' }));
  await expect(decisionBar(page)).toContainText('U hebt 2 items zelf beslist.');
  await expect(decisionBar(page)).toContainText('12 definities worden toegevoegd');
}

async function readReport(page: Page): Promise<void> {
  const outcomes = await readOutcomes(page);
  expect(outcomes).toMatchObject({ Geslaagd: 17, Ongewijzigd: 10, Overgeslagen: 2, Mislukt: 3, total: 32 });
  const json = await download(page.getByRole('link', { name: 'Rapport (JSON)' }));
  const report = reportSchema.parse(JSON.parse(json.bytes.toString('utf8')));
  expect(report.totals).toMatchObject({ total: 32, succeeded: 17, unchanged: 10, skipped: 2, failed: 3 });
  expect(report.errors.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(3);
  for (const { code } of report.errors) await expect(page.getByText(code, { exact: true }).first()).toBeVisible();
  const csv = await download(page.getByRole('link', { name: 'Rapport (CSV)' }));
  expect(csv.name).toMatch(/\.csv$/);
  const rows = parse(csv.bytes, { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[];
  expect(rows.length).toBe(32);

  await page.getByRole('tab', { name: /^Items/ }).click();
  await expect(page.getByText('32 items')).toBeVisible();
}

async function mend(page: Page, archive: Buffer, tag: string): Promise<void> {
  const right = taggedFiles({ tag: `${tag} hersteld`, count: 3 });
  const entries = await unzip(archive);
  const names = [...entries.keys()].filter((name) => name !== 'lexport-errors.json');
  expect(names.sort()).toEqual(right.map(({ name }) => name).sort());
  expect(JSON.parse(entries.get('lexport-errors.json')?.toString('utf8') ?? '').length).toBe(3);

  await chooseFile(page, { name: 'verbeterd.zip', bytes: await zipOf(right) });
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 3, Nieuw: 3 });
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  expect((await stored(`${tag} hersteld`)).length).toBe(3);
}

test('a folder is packed in the browser; what is no definition stays behind', async ({ signInAs }, info) => {
  const tag = uniqueTag('mapproef');
  const files = taggedFiles({ tag, count: 6 });
  const folder = writeFolder(info.outputPath('begrippen'), [...files, { name: 'leesmij.txt', text: 'Lees mij.' }]);
  const page = await signInAs('lead', { at: '/import' });
  await giveFolder(page, folder);
  await expect(page.getByText('begrippen.zip')).toBeVisible();
  await expect(page.getByText('6 JSON-bestanden')).toBeVisible();
  await expect(page.getByText('1 bestand wordt niet meegestuurd')).toBeVisible();
  await skipPlan(page);
  await expect(page.getByText('Na de controle wordt er direct geschreven.')).toBeVisible();
  await send(page);
  await ended(page, 'Voltooid');
  expect((await stored(tag)).map(({ term }) => term)).toEqual(files.map((file) => contentOf(file).term).sort());
});

test('a single CSV comes in, with the row that is wrong told by its line', async ({ signInAs }) => {
  const tag = uniqueTag('kolomproef');
  const csv = [
    'begrip;definitie;categorie;organisatorische context;juridische context',
    `inbewaarstelling ${tag};het in bewaring nemen van een voorwerp dat kan dienen als bewijs;proces;OM;Strafrecht`,
    `;een regel zonder begrip;proces;OM;Strafrecht`,
    `"teruggave; ${tag}";"het teruggeven van een ""inbeslaggenomen"" voorwerp aan de rechthebbende";proces;OM;Strafrecht`,
  ].join('\r\n');
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'begrippen.csv', bytes: `\uFEFF${csv}\r\n` });
  await expect(page.getByText('1 CSV-bestand')).toBeVisible();
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 3, Nieuw: 2, Afgekeurd: 1 });
  await planChip(page, 'Afgekeurd').click();
  await page.getByRole('option', { name: '(zonder begrip)' }).click();
  await expect(page.getByRole('region', { name: 'Gekozen item' })).toContainText('regel 3');
  await confirmPlan(page);
  await ended(page, 'Voltooid met fouten');
  expect((await stored(tag)).map(({ term }) => term)).toEqual([`inbewaarstelling ${tag}`, `teruggave; ${tag}`]);
});

test('our own export comes back as so many unchanged', async ({ signInAs }) => {
  const tag = uniqueTag('heenenweer');
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count: 25 })));
  const { jobs } = await startBatch(caller, { jobs: [{ operation: 'export', selection: { filter: { q: tag } } }] });
  const exported = await jobIs(caller, jobs[0]?.id ?? '');
  const archive = await (await caller.get(`/api/v1/artifacts/${exported.artifacts[0]?.id}`)).body();

  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'eigen-export.zip', bytes: archive });
  await expect(page.getByText('Herkomst volgens het manifest')).toBeVisible();
  await expect(page.getByText('Lotte de Vries')).toBeVisible();
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 25, Ongewijzigd: 25 });
  await expect(decisionBar(page)).toContainText('25 definities blijven gelijk');
  await decisionBar(page).getByRole('button', { name: 'Bevestigen en afronden' }).click();
  await ended(page, 'Voltooid');
  expect((await stored(tag)).every(({ version }) => version === 1)).toBe(true);
});

test('a broken ZIP gets a clear answer and nothing is written', async ({ signInAs }) => {
  const tag = uniqueTag('kapotproef');
  const before = await query('select count(*)::int as definitions from definitions where term like $1', [`%${tag}`]);
  const good = await zipOf(taggedFiles({ tag, count: 5 }));
  const page = await signInAs('lead', { at: '/import' });
  const refusal = page.getByRole('alert').filter({ hasText: 'Er is niets verstuurd.' });

  await giveFile(page, { name: 'leeg.zip', bytes: '' });
  await expect(refusal).toContainText(/leeg \(0 bytes\)/);
  await page.getByRole('button', { name: 'Ander bestand kiezen' }).click();
  await giveFile(page, { name: 'geen.zip', bytes: 'Dit is geen ZIP-bestand, alleen de naam doet alsof.' });
  await expect(refusal).toBeVisible();
  await page.getByRole('button', { name: 'Ander bestand kiezen' }).click();
  await giveFile(page, { name: 'half.zip', bytes: good.subarray(0, good.length / 2) });
  await expect(refusal).toBeVisible();
  await expect(page.getByRole('button', { name: 'Uploaden en controleren' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Ander bestand kiezen' }).click();
  const damaged = Buffer.from(good);
  damaged.fill(0x55, 200, 260);
  await giveFile(page, { name: 'beschadigd.zip', bytes: damaged });
  await send(page);
  await ended(page, 'Mislukt');
  await expect(progressWindow(page)).toContainText(/beschadigd|controlegetal/i);
  expect(await query('select count(*)::int as definitions from definitions where term like $1', [`%${tag}`])).toEqual(
    before,
  );
});

test('the same bytes a second time are pointed out, and may come in again', async ({ signInAs }) => {
  const tag = uniqueTag('tweedekeer');
  const bytes = await zipOf(taggedFiles({ tag, count: 4 }));
  await have(caller, `${tag}.zip`, bytes);
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'onder-een-andere-naam.zip', bytes });
  await send(page);
  const notice = page.getByRole('alert').filter({ hasText: 'Dit bestand is al eerder geïmporteerd' });
  await expect(notice.getByRole('link', { name: /^Import van / })).toBeVisible();
  await expect(notice).toContainText('Voltooid');
  await notice.getByRole('button', { name: 'Toch opnieuw importeren' }).click();
  await toPlan(page);
  await expectPlan(page, { Alles: 4, Ongewijzigd: 4 });
});

test('of two people who confirm the same plan, the second is told that it was decided', async ({ signInAs }) => {
  const tag = uniqueTag('tweebazen');
  const bytes = await zipOf(taggedFiles({ tag, count: 8 }));
  const job = await startImport(caller, { fileName: `${tag}.zip`, bytes });
  await jobIs(caller, job.id, /^awaiting_confirmation$/);
  const at = `/batches/${job.batchId}`;
  const [lead, admin] = [await signInAs('lead', { at }), await signInAs('admin', { at })];
  // What the lead sends is held back on its way until the other one has decided.
  const decided = Promise.withResolvers<void>();
  await lead.route('**/confirmation', async (route) => {
    await decided.promise;
    await route.continue();
  });
  for (const page of [lead, admin]) await expect(page.getByRole('option').first()).toBeVisible();
  await confirmPlan(lead);
  await confirmPlan(admin);
  await ended(admin, 'Voltooid');
  decided.resolve();
  await expect(lead.getByRole('alert').filter({ hasText: 'Er is al beslist' })).toBeVisible();
  await expect(lead.getByRole('tab', { name: 'Overzicht', selected: true })).toBeVisible();
  expect((await stored(tag)).map(({ version }) => version)).toEqual(Array(8).fill(1));
});
