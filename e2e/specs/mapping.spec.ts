import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSideways, type Look } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { confirmPlan, ended, expectPlan, giveFile, send, toPlan } from '#e2e/support/importing.ts';
import { enterOn } from '#e2e/support/keyboard.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Part 4: a table with names of its own is recognised, mapped once, and known the next time. */

const TAG = uniqueTag('indeling');
const LOOKS: readonly Look[] = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 390 },
  { theme: 'dark', width: 390 },
];

/** As somebody keeps it in a spreadsheet: a title above the names, which nobody else uses, in Windows-1252. */
function ownTable(more = ''): Buffer {
  const rows = [
    'Werklijst van het team',
    '',
    `Vakwoord ${TAG};Wat ermee bedoeld wordt;Wetsartikel;Rubriek;Stand;Volgnummer`,
    `beslaglegging ${TAG}${more};Het vastleggen van een voorwerp ten behoeve van een onderzoek.;Art. 94 Sv;Handeling;af;1`,
    `coördinatie ${TAG}${more};Het op elkaar afstemmen van werkzaamheden door een dienst.;Art. 95 Sv;Handeling;bezig;2`,
  ];
  return Buffer.from(rows.join('\r\n'), 'latin1');
}

const recognised = (page: Page) => page.getByRole('status').filter({ hasText: 'Herkend als' });
const useOf = (page: Page, column: string) => page.getByRole('button', { name: `Kolom “${column}” lezen als` });

/** Chooses in a list by the keyboard alone: opens it, types the first letters, takes what they lead to. */
async function pick(list: Locator, option: string): Promise<void> {
  await enterOn(list);
  const wanted = list.page().getByRole('option', { name: option, exact: true });
  await expect(wanted).toBeVisible();
  await list.page().keyboard.type(option.slice(0, 12));
  await expect(wanted).toBeFocused();
  await list.page().keyboard.press('Enter');
}

test('a table with names of its own is mapped, and the next one like it is read by itself', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'werklijst.csv', bytes: ownTable() });
  await expect(recognised(page)).toContainText('CSV · puntkomma · Windows-1252 · kolomnamen in rij 3 · eigen indeling');
  const mapping = page.getByRole('region', { name: 'Kolommen toewijzen' });
  await expect(useOf(page, `Vakwoord ${TAG}`)).toContainText('Begrip');
  await expect(useOf(page, 'Wetsartikel')).toContainText('Wettelijke basis');
  await pick(useOf(page, 'Wat ermee bedoeld wordt'), 'Niet inlezen');
  await expect(mapping.getByText('Wijs een kolom toe aan: definitie.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Controleren', exact: true })).toBeDisabled();
  await pick(useOf(page, 'Wat ermee bedoeld wordt'), 'Definitie');
  await pick(useOf(page, 'Rubriek'), 'Categorie');
  await pick(useOf(page, 'Volgnummer'), 'Niet inlezen');
  await expect(mapping.getByRole('cell', { name: /De categorie “Handeling” bestaat niet/ }).first()).toBeVisible();
  await pick(mapping.getByRole('button', { name: 'Betekenis van “Handeling”' }), 'Activiteit');
  await pick(mapping.getByRole('button', { name: 'Betekenis van “af”' }), 'In review');
  await pick(mapping.getByRole('button', { name: 'Betekenis van “bezig”' }), 'Concept');
  await expect(mapping.getByText('In orde')).toHaveCount(2);
  await expect(mapping.getByRole('cell', { name: `coördinatie ${TAG}`, exact: true })).toBeVisible();
  for (const look of LOOKS) {
    await expectAccessible(page, 'mapping of columns', look);
    await expectNoSideways(page, 'mapping of columns', look.width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 2, Nieuw: 2 });
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  expect(
    await query('select category, status, legal_basis, extras from definitions where term like $1 order by term', [
      `%${TAG}`,
    ]),
  ).toEqual([
    { category: 'ACT', status: 'review', legal_basis: ['Art. 94 Sv'], extras: {} },
    { category: 'ACT', status: 'draft', legal_basis: ['Art. 95 Sv'], extras: {} },
  ]);

  await page.goto('/import');
  await giveFile(page, { name: 'volgende.csv', bytes: ownTable(' vervolg') });
  await expect(page.getByText('Deze indeling is bekend')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Kolommen toewijzen' })).toBeHidden();
  for (const look of LOOKS) await expectAccessible(page, 'a layout that is known', look);
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 2, Nieuw: 2 });
});

test('what was recognised can be chosen otherwise, and a wrong choice says so', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/import', language: 'en' });
  await page.getByRole('button', { name: 'Choose file' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('begrip;definitie;categorie\nétage;Een laag van een gebouw in een dossier.;type\n', 'latin1'),
  });
  const line = page.getByRole('status').filter({ hasText: 'Recognised as' });
  await expect(line).toContainText(
    'CSV · semicolon · Windows-1252 · column names in row 1 · columns of the predecessor',
  );
  await expect(page.getByRole('region', { name: 'Map columns' })).toBeHidden();
  await enterOn(page.getByRole('button', { name: 'Read otherwise' }));
  await pick(page.getByRole('button', { name: /Encoding/ }), 'UTF-8');
  await expect(page.getByRole('alert').filter({ hasText: 'The file cannot be read as utf-8' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeDisabled();
  await pick(page.getByRole('button', { name: /Encoding/ }), 'Windows-1252');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeEnabled();
  for (const look of LOOKS) await expectAccessible(page, 'reading otherwise', look);
});
