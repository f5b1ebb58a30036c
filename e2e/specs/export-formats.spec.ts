import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { Parser } from 'n3';
import { batchSchema } from '#contract/batches.ts';
import { manifestSchema } from '#contract/manifest.ts';
import { reportSchema } from '#contract/reports.ts';
import { have, jobIs, readJob } from '#e2e/support/api.ts';
import { taggedFiles, unzip, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways, type Look } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { search } from '#e2e/support/definition-list.ts';
import { download, sha256 } from '#e2e/support/downloads.ts';
import { ended, progressWindow } from '#e2e/support/importing.ts';
import { enterOn } from '#e2e/support/keyboard.ts';
import { holdBefore } from '#e2e/support/slow-jobs.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';
import { whileItMoves } from '#e2e/support/while-it-moves.ts';

/** Part 4: definitions go out in several formats, together or each by itself, and every one of them holds what the database holds. */

const TAG = uniqueTag('formaatproef');
const COUNT = 60;
const LOOKS: readonly Look[] = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 390 },
];

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
  await have(caller, `${TAG}.zip`, await zipOf(taggedFiles({ tag: TAG, count: COUNT })));
});

type Stored = { id: string; term: string; definition: string };

function stored(): Promise<Stored[]> {
  return query<Stored>('select id, term, definition from definitions where term like $1 order by id', [`%${TAG}`]);
}

/** Selects everything of this test and opens the question in which formats. */
async function openExport(page: Page): Promise<Locator> {
  await search(page, TAG, COUNT);
  await page.getByRole('checkbox', { name: 'Selecteer alle rijen op deze pagina' }).check();
  await page.getByRole('button', { name: `Selecteer alle ${COUNT} die aan het filter voldoen` }).click();
  const actions = page.getByRole('region', { name: 'Bewerkingen op de selectie' });
  await actions.getByRole('button', { name: 'Exporteren' }).click();
  return page.getByRole('dialog', { name: 'Definities exporteren' });
}

const format = (dialog: Locator, name: string) => dialog.getByRole('checkbox', { name });

test('three formats come in one ZIP, a folder each, and each holds what the database holds', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/definitions' });
  const dialog = await openExport(page);
  await expect(format(dialog, 'JSON, een bestand per definitie')).toBeChecked();
  await tick(format(dialog, 'CSV voor Excel'));
  await tick(format(dialog, 'NL-SBB (SKOS) als Turtle'));
  await expect(dialog.getByText(`csv-excel/: alle ${COUNT} definities in CSV voor Excel`)).toBeVisible();
  for (const look of LOOKS) {
    await expectAccessible(page, 'choice of formats', look);
    await expectNoSideways(page, 'choice of formats', look.width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: 'Export starten' }).click();
  await ended(page, 'Voltooid');

  const { bytes } = await download(progressWindow(page).getByRole('link', { name: 'Bestand downloaden' }));
  const entries = await unzip(bytes);
  const manifest = manifestSchema.parse(JSON.parse(String(entries.get('manifest.json'))));
  const rows = await stored();
  expect(rows).toHaveLength(COUNT);
  expect(manifest.files.map(({ definitionId }) => definitionId).sort()).toEqual(rows.map(({ id }) => id));
  expect(manifest.formats?.map(({ name }) => name)).toEqual(['json', 'csv-excel', 'nl-sbb-turtle']);
  for (const file of manifest.formats?.flatMap(({ files }) => files) ?? []) {
    expect(file).toMatchObject({ definitions: COUNT, sha256: sha256(entries.get(file.path) ?? '') });
  }
  expect(inCsv(entries.get('csv-excel/definities.csv'))).toEqual(rows);
  expect(inTurtle(entries.get('nl-sbb-turtle/definities.ttl'))).toEqual(
    rows.map(({ term, definition }) => [term, definition]).sort(),
  );
  const report = reportSchema.parse(JSON.parse(String(entries.get('report.json'))));
  expect(report.formats.map(({ name }) => name)).toEqual(['json', 'csv-excel', 'nl-sbb-turtle']);

  await progressWindow(page).getByRole('button', { name: 'Volledig rapport' }).click();
  await expect(page.getByText('Wat de bestanden dragen')).toBeVisible();
  for (const look of LOOKS) {
    await expectAccessible(page, 'report of an export in formats', look);
    await expectNoSideways(page, 'report of an export in formats', look.width);
  }
});

test('each format by itself is a job that is stopped and done again without the others', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/definitions' });
  const dialog = await openExport(page);
  await tick(format(dialog, 'CSV voor programma’s'));
  await tick(format(dialog, 'YAML'));
  await tick(dialog.getByRole('radio', { name: 'Als losse bestanden' }));
  await dialog.getByText('Geavanceerd').click();
  await dialog.getByLabel('Items per blok').fill('1');
  await dialog.getByLabel('Hooguit per seconde').fill('10');
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/batches'),
  );
  await dialog.getByRole('button', { name: 'Export starten' }).click();
  const { jobs } = batchSchema.parse(await (await answered).json());
  expect(jobs.map(({ options }) => options.formats)).toEqual([['json'], ['csv-machine'], ['yaml']]);
  const csv = jobs[1]?.id ?? '';
  // At once, before the page has drawn anything: the job goes on whether somebody looks or not.
  const [goOn = async () => {}] = await holdBefore(csv, [10]);
  await expect(page.getByRole('heading', { level: 1, name: 'Export in 3 formaten' })).toBeVisible();
  await whileItMoves({
    what: 'some of the CSV is there',
    look: () => readJob(caller, csv),
    until: ({ status, succeeded }) => status === 'running' && succeeded > 2,
  });
  await page.getByRole('button', { name: 'Acties voor CSV voor programma’s' }).click();
  await page.getByRole('menuitem', { name: 'Verwerking stoppen…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Verwerking stoppen?' });
  await question.getByRole('button', { name: /^Stoppen, verwerkte behouden/ }).click();
  await goOn();

  const stopped = await jobIs(caller, csv);
  expect(stopped.status).toBe('cancelled');
  expect(stopped.succeeded + stopped.cancelled).toBe(COUNT);
  expect((await jobIs(caller, jobs[2]?.id ?? '')).status).toBe('completed');
  expect((await jobIs(caller, jobs[0]?.id ?? '')).status).toBe('completed');
  const row = (name: string) =>
    page.getByRole('list', { name: 'Opdrachten' }).getByRole('listitem').filter({ hasText: name });
  await expect(row('CSV voor programma’s')).toContainText('Gestopt');
  const first = await download(row('CSV voor programma’s').getByRole('link', { name: /^Bestand downloaden/ }));
  expect(first.name).toMatch(/^lexport-.*-csv-machine-.*\.csv$/);

  await page.getByRole('button', { name: 'Acties voor CSV voor programma’s' }).click();
  await page.getByRole('menuitem', { name: 'Niet verwerkte alsnog doen' }).click();
  await ended(page, 'Voltooid');
  const rest = await download(progressWindow(page).getByRole('link', { name: 'Bestand downloaden' }));
  const both = [...inCsv(first.bytes), ...inCsv(rest.bytes)].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(inCsv(first.bytes)).toHaveLength(stopped.succeeded);
  expect(both).toEqual(await stored());
});

test('a Word document speaks the language that was chosen for it, and not that of the page', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/definitions' });
  const dialog = await openExport(page);
  const language = dialog.getByRole('button', { name: 'Taal van Word, Excel en PDF' });
  await expect(language).toBeHidden();
  await tick(format(dialog, 'Word (DOCX)'));
  await expect(language).toContainText('Nederlands');
  await enterOn(language);
  await page.keyboard.type('Engels');
  await page.keyboard.press('Enter');
  await expect(language).toContainText('Engels');
  await dialog.getByRole('button', { name: 'Export starten' }).click();
  await ended(page, 'Voltooid');

  const { bytes } = await download(progressWindow(page).getByRole('link', { name: 'Bestand downloaden' }));
  const [, word] = [...(await unzip(bytes))].find(([name]) => name.endsWith('.docx')) ?? [];
  const parts = await unzip(word ?? Buffer.alloc(0));
  const text = (part: string) =>
    [...String(parts.get(part)).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, run = '']) => run);
  const labels = text('word/document.xml');
  expect(labels.filter((label) => label === 'Category')).toHaveLength(COUNT);
  expect(labels.filter((label) => label === 'Categorie')).toEqual([]);
  expect(text('word/footer1.xml').join('')).toContain('Page 1 of 1');
  expect(String(parts.get('docProps/core.xml'))).toContain('<dc:language>en-GB</dc:language>');
});

/** Id, term and definition of each row, whatever its columns are called. */
function inCsv(bytes: Buffer | undefined): Stored[] {
  const text = String(bytes ?? '').replace(/^\ufeff/, '');
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const [, ...rows] = parse(text, { delimiter, record_delimiter: '\r\n' }) as string[][];
  const all = rows.map(([id = '', term = '', definition = '']) => ({ id, term, definition }));
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Term and definition of every concept, as another reader of RDF finds them. */
function inTurtle(bytes: Buffer | undefined): string[][] {
  const SKOS = 'http://www.w3.org/2004/02/skos/core#';
  const quads = new Parser().parse(String(bytes ?? ''));
  const of = (subject: string, name: string) =>
    quads.find((quad) => quad.subject.value === subject && quad.predicate.value === SKOS + name)?.object.value ?? '';
  const concepts = quads.filter(({ object }) => object.value === `${SKOS}Concept`).map(({ subject }) => subject.value);
  return concepts.map((concept) => [of(concept, 'prefLabel'), of(concept, 'definition')]).sort();
}
