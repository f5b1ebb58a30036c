import type { APIRequestContext, Page } from '@playwright/test';
import { have, jobIs, startImport } from '#e2e/support/api.ts';
import { zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { confirmPlan, toPlan } from '#e2e/support/importing.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** AC3: a batch is validated, its results are added up, what is wrong often is named, filtered by and repaired at once. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

const SPACING = /dubbele, harde of loze spaties/;

test('a plan that waits says how good it is; what is wrong often is a click away', async ({ signInAs }) => {
  const tag = uniqueTag('kwaliteitsplan');
  const { id } = await startImport(caller, { fileName: `${tag}.zip`, bytes: await mixed(tag, { withFault: true }) });
  const job = await jobIs(caller, id, /awaiting_confirmation/);
  const page = await signInAs('lead', { at: `/batches/${job.batchId}` });
  await page.getByText(/^Kwaliteit: \d+% goedgekeurd/).click();
  const issues = page.getByRole('region', { name: 'Veelvoorkomende bevindingen' });
  const spacing = issues.getByRole('listitem').filter({ hasText: SPACING });
  await expect(spacing).toContainText('2×');
  await spacing.getByRole('link', { name: /^Toon deze 2/ }).click();
  await expect(page.getByRole('tab', { name: /^Items/, selected: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Items van deze batch' }).getByRole('rowheader')).toHaveCount(2);
});

test('the same thing in many items of a plan is repaired at once, shown before', async ({ signInAs }) => {
  const tag = uniqueTag('planherstel');
  const { id } = await startImport(caller, { fileName: `${tag}.zip`, bytes: await mixed(tag, { withFault: true }) });
  const job = await jobIs(caller, id, /awaiting_confirmation/);
  const page = await signInAs('lead', { at: `/batches/${job.batchId}` });
  await page.getByText(/^Kwaliteit: \d+% goedgekeurd/).click();
  const issues = page.getByRole('region', { name: 'Veelvoorkomende bevindingen' });
  const spacing = issues.getByRole('listitem').filter({ hasText: SPACING });
  await spacing.getByRole('button', { name: /^Alle 2 herstellen/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Spaties en witregels opschonen' });
  await expect(dialog.getByText('2 items veranderen.')).toBeVisible();
  await expect(dialog.getByRole('deletion')).not.toHaveCount(0);
  for (const theme of ['light', 'dark'] as const)
    for (const width of [390, 1280]) await expectAccessible(page, 'a repair of a plan', { theme, width });
  await page.setViewportSize({ width: 1280, height: 900 });
  await dialog.getByRole('button', { name: 'Alle 2 herstellen in de voorvertoning' }).click();
  await expect(page.getByText('2 items hersteld')).toBeVisible();
  await expect(spacing).toHaveCount(0);
  const rows = await query<{ definition: string }>(
    `select image ->> 'definition' as definition from job_item_contents where job_id = $1 and image is not null`,
    [id],
  );
  expect(rows.some(({ definition }) => definition.includes('  '))).toBe(false);
});

test('a finished batch shows its quality, is filtered by it, and is repaired with a plan', async ({ signInAs }) => {
  const tag = uniqueTag('kwaliteit');
  const job = await have(caller, `${tag}.zip`, await mixed(tag));
  const page = await signInAs('lead', { at: `/batches/${job.batchId}` });
  const verdicts = page.getByRole('table', { name: 'Oordeel' });
  await expect(verdicts.getByRole('row')).toHaveCount(4);
  await expect(page.getByRole('list', { name: 'Verdeling van de score' }).getByRole('listitem')).toHaveCount(10);
  await expect(page.getByRole('table', { name: 'Gemiddelde per categorie' }).getByRole('rowheader')).toHaveText([
    'Taal',
    'Juridisch',
    'Structuur',
    'Samenhang',
  ]);
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) await expectAccessible(page, 'the report', { theme, width });
  }
  await expectNoSideways(page, 'the report', 390);
  await page.setViewportSize({ width: 1280, height: 900 });

  await filterBySpacing(page);
  await repairSpacing(page);
  const rows = await query<{ definition: string; version: number }>(
    `select definition, version from definitions where term like '%' || $1 and version = 2`,
    [tag],
  );
  expect(rows).toHaveLength(2);
  expect(rows.every(({ definition }) => !definition.includes('  '))).toBe(true);
  await followOrigin(page, tag);
});

test('the overview shows the quality of the collection and leads into the list', async ({ signInAs }) => {
  await have(caller, 'verzameling.zip', await mixed(uniqueTag('verzameling')));
  const page = await signInAs('lead');
  const quality = page.getByRole('region', { name: 'Kwaliteit van de verzameling' });
  await expect(quality.getByRole('table', { name: 'Oordeel' }).getByRole('row')).toHaveCount(4);
  const issues = page.getByRole('region', { name: 'Veelvoorkomende bevindingen' });
  await expect(issues.getByRole('listitem')).toHaveCount(5);
  for (const theme of ['light', 'dark'] as const)
    for (const width of [390, 1280]) await expectAccessible(page, 'the overview', { theme, width });
  await expectNoSideways(page, 'the overview', 390);
  await page.setViewportSize({ width: 1280, height: 900 });
  const first = issues.getByRole('listitem').first().getByRole('link');
  await first.click();
  await expect(page).toHaveURL(/\/definitions\?rule=/);
  await expect(
    page
      .getByRole('region', { name: 'Actieve filters' })
      .or(page.getByText(/^Bevinding: /))
      .first(),
  ).toBeVisible();
});

/** From the report to the items with the finding, with counts that say so beforehand, and back. */
async function filterBySpacing(page: Page): Promise<void> {
  const spacing = page.getByRole('listitem').filter({ hasText: SPACING });
  await spacing.getByRole('link', { name: /^Toon deze 2/ }).click();
  await expect(page).toHaveURL(/rule=tidy_spacing/);
  const table = page.getByRole('table', { name: 'Items van deze batch' });
  await expect(table.getByRole('rowheader')).toHaveCount(2);
  await page.getByRole('button', { name: 'Filters wissen' }).click();
  await expect(table.getByRole('rowheader')).toHaveCount(6);
  const verdicts = page.getByRole('group', { name: 'Oordeel' }).getByRole('button');
  const counts = async () => (await verdicts.allTextContents()).map((text) => Number(/\d+$/.exec(text)?.[0]));
  // They come by themselves, after the items.
  await expect.poll(async () => (await counts()).reduce((sum, count) => sum + count, 0)).toBe(6);
  const valid = verdicts.filter({ hasText: 'Met opmerkingen' });
  const count = Number(/\d+$/.exec((await valid.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  await valid.click();
  await expect(page).toHaveURL(/verdict=warnings/);
  await expect(table.getByRole('rowheader')).toHaveCount(count);
  for (const theme of ['light', 'dark'] as const) await expectAccessible(page, 'the items', { theme, width: 390 });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('tab', { name: 'Overzicht' }).click();
}

/** All that have it at once: first a plan with the differences, then done. */
async function repairSpacing(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Alle 2 herstellen/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Alles in één keer herstellen' });
  await expect(dialog.getByText('2 definities', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Voorvertoning maken' }).click();
  await toPlan(page);
  await expect(page.getByRole('option')).toHaveCount(2);
  await confirmPlan(page);
  const window = page.getByRole('dialog', { name: /2 definities wijzigen/ });
  await expect(window.getByText('Voltooid', { exact: true })).toBeVisible();
  await window.getByRole('button', { name: 'Sluiten' }).first().click();
}

/** The history of one repaired definition: both batches, with versions, and the file with its own history. */
async function followOrigin(page: Page, tag: string): Promise<void> {
  const [row] = await query<{ id: string }>(
    `select id from definitions where term like '%' || $1 and version = 2 order by term limit 1`,
    [tag],
  );
  await page.goto(`/definitions/${row?.id}?tab=history`);
  await expect(page.getByRole('heading', { name: 'Herkomst en batches' })).toBeVisible();
  await expect(page.getByText('Versie 1 → 2')).toBeVisible();
  await expect(page.getByText('Gemaakt als versie 1')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) await expectAccessible(page, 'the history', { theme, width: 1280 });
  await page.getByRole('link', { name: `Bestand ${tag}.zip` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aangeboden bestanden' })).toBeVisible();
  const file = page.getByRole('row').filter({ hasText: `${tag}.zip` });
  await expect(file).toContainText('6 geslaagd, 0 mislukt van 6');
  await expectAccessible(page, 'the files', { theme: 'light', width: 390 });
}

/** Six definitions: two with double spaces, one without a source; and one that cannot be read when asked for. */
function mixed(tag: string, { withFault = false } = {}): Promise<Buffer> {
  const texts = ['akte die', 'akte  die', 'besluit dat', 'besluit  dat', 'bericht dat', 'dossier dat'];
  const files = texts.map((text, index) => ({
    name: `${index}.json`,
    text: JSON.stringify({
      schemaVersion: 1,
      term: `begrip ${index} ${tag}`,
      definition: `${text} binnen een dag door de griffie wordt ingeschreven`,
      category: 'resultaat',
      organisationalContext: ['Rechtspraak'],
      legalContext: ['Strafrecht'],
      legalBasis: index === 5 ? [] : ['art. 27 Sv'],
    }),
  }));
  return zipOf(withFault ? [...files, { name: 'fout.json', text: `{"schemaVersion":1,"term":"fout ${tag}"}` }] : files);
}
