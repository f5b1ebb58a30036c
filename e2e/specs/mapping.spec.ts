import type { Locator, Page } from '@playwright/test';
import JSZip from 'jszip';
import { newCaller } from '#e2e/support/api.ts';
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
const asRead = (mapping: Locator) => mapping.getByRole('region', { name: /zoals ze binnenkomen/ });
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

/** Two tables with the same names in another order, one with others, one that is known, beside a file of ours. */
async function archiveOf(tag: string, more = ''): Promise<Buffer> {
  const zip = new JSZip();
  const row = (term: string) => `${term} ${tag}${more}`;
  zip.file('noord/lijst.csv', `Kernwoord ${tag};Strekking\n${row('noord')};Het vastleggen van iets in een register.\n`);
  zip.file('zuid/lijst.csv', `Strekking;Kernwoord ${tag}\nHet doorhalen van iets in een register.;${row('zuid')}\n`);
  zip.file('ander.csv', `Vakterm ${tag};Uitleg in het kort\n${row('ander')};Degene die een register bijhoudt.\n`);
  zip.file('gewoon.csv', `begrip;definitie\n${row('gewoon')};Iets dat in een register staat.\n`);
  zip.file('los.json', JSON.stringify({ term: row('los'), definition: 'Iets dat nergens in staat.' }));
  return zip.generateAsync({ type: 'nodebuffer' });
}

test('the tables of an archive are mapped, those with the same columns at once, and kept to be looked at', async ({
  signInAs,
}) => {
  const tag = uniqueTag('archief');
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'lijsten.zip', bytes: await archiveOf(tag) });
  await expect(page.getByText(/1 JSON-bestand/)).toBeVisible();
  const same = page.getByRole('region', { name: 'Kolommen van 2 tabellen met dezelfde kolommen' });
  const other = page.getByRole('region', { name: 'Kolommen van ander.csv' });
  await expect(
    page.getByText(/2 tabellen hebben dezelfde kolommen .* noord\/lijst\.csv, zuid\/lijst\.csv/),
  ).toBeVisible();
  await pick(useOf(page, `Kernwoord ${tag}`), 'Begrip');
  await pick(useOf(page, 'Strekking'), 'Definitie');
  await expect(asRead(same).getByRole('cell', { name: `noord ${tag}`, exact: true })).toBeVisible();
  await pick(useOf(page, `Vakterm ${tag}`), 'Begrip');
  await pick(useOf(page, 'Uitleg in het kort'), 'Definitie');
  await expect(asRead(other).getByRole('cell', { name: `ander ${tag}`, exact: true })).toBeVisible();
  await pick(page.getByRole('button', { name: /^Taal|Taal$/ }), 'Engels');
  for (const look of LOOKS) {
    await expectAccessible(page, 'tables of an archive', look);
    await expectNoSideways(page, 'tables of an archive', look.width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 5, Nieuw: 5 });
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  const stored = await query('select distinct language from definitions where term like $1', [`%${tag}`]);
  expect(stored).toEqual([{ language: 'en' }]);

  await page.goto('/import');
  await giveFile(page, { name: 'volgende.zip', bytes: await archiveOf(tag, ' vervolg') });
  await expect(page.getByText('Deze indeling is bekend')).toHaveCount(2);
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 5, Nieuw: 5 });

  await page.goto('/import');
  await enterOn(page.getByRole('link', { name: 'Bewaarde kolomtoewijzingen' }));
  await page.getByRole('searchbox', { name: 'Zoek op naam of kolom' }).fill(`vakterm ${tag}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await enterOn(page.getByRole('link', { name: `Vakterm ${tag}, Uitleg in het kort` }));
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('row', { name: /Uitleg in het kort\s*Definitie/ })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Naam' }).fill(`Lijst ${tag}`);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: `Lijst ${tag}` })).toBeVisible();
  for (const look of LOOKS) {
    await expectAccessible(page, 'a saved mapping', look);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await enterOn(panel.getByRole('button', { name: 'Verwijderen' }));
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(`Lijst ${tag}`);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await enterOn(panel.getByRole('button', { name: 'Verwijderen' }));
  await question.getByRole('button', { name: 'Verwijderen' }).click();
  await expect(page.getByText('Geen toewijzingen die hieraan voldoen')).toBeVisible();
  await page.getByRole('button', { name: 'Filters wissen' }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  for (const look of LOOKS) {
    await expectAccessible(page, 'saved mappings', look);
    await expectNoSideways(page, 'saved mappings', look.width);
  }
});

test('who may not import sees what was saved, and changes nothing of it', async ({ signInAs }) => {
  const lead = await newCaller('lead');
  const column = uniqueTag('kolom');
  const mapping = { columns: [{ column, use: 'term' }] };
  await lead.put('/api/v1/column-mappings', { data: { headers: [column], mapping } });
  const page = await signInAs('viewer', { at: '/import/mappings', language: 'en' });
  await page.getByRole('link', { name: column }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('row', { name: new RegExp(`${column}\\s*Term`) })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Delete' })).toBeHidden();
  await expect(panel.getByRole('textbox')).toBeHidden();
});

test('a table in an archive is told which row its names are in', async ({ signInAs }) => {
  const tag = uniqueTag('rijkeuze');
  const zip = new JSZip();
  // The first row looks like the names, and is what somebody calls them in English.
  zip.file(
    'lijst.csv',
    `term;definition;categorie\nBegrip;Definitie;Categorie\nboete ${tag};Een bedrag dat iemand betaalt.;resultaat\n`,
  );
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'lijst.zip', bytes: await zip.generateAsync({ type: 'nodebuffer' }) });
  await expect(page.getByText('kolomnamen in rij 1')).toBeVisible();
  await enterOn(page.getByRole('button', { name: 'Anders lezen' }));
  await enterOn(page.getByRole('button', { name: /Rij met kolomnamen/ }));
  await page.getByRole('option', { name: /^rij 2/i }).click();
  await expect(page.getByText('kolomnamen in rij 2')).toBeVisible();
  for (const look of LOOKS) {
    await expectAccessible(page, 'where a table stands', look);
    await expectNoSideways(page, 'where a table stands', look.width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 1, Nieuw: 1 });
});

test('kind, encoding, delimiter and language of files in an archive are shown, and chosen for each of them', async ({
  signInAs,
}) => {
  const tag = uniqueTag('bestandkeuze');
  const zip = new JSZip();
  // Its bytes are UTF-8 as well, and so detected; whoever wrote it meant a paragraph sign after a capital.
  const north = `begrip;definitie\nonderdeel Â§ ${tag};Een deel van een regeling.\n`;
  // An odd number of bytes is no UTF-16.
  zip.file('noord.csv', Buffer.from(north.length % 2 === 0 ? `${north}\n` : north, 'latin1'));
  zip.file('zuid.csv', `begrip;definitie\nvoorwerp ${tag};Een zaak die wordt vastgelegd.\n`);
  // Bars part it, and its commas part it as evenly, into more.
  zip.file('oost.csv', `Vakwoord, in het kort|Uitleg, in het lang\nzomer ${tag}|Een seizoen, van vier, het warmste.\n`);
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'lijsten.zip', bytes: await zip.generateAsync({ type: 'nodebuffer' }) });
  const found = page.getByRole('list', { name: '3 tabellen gevonden' });
  await expect(found.getByRole('listitem').filter({ hasText: 'noord.csv, zuid.csv' })).toContainText(
    'CSV · puntkomma · UTF-8 · kolomnamen in rij 1',
  );
  await expect(found.getByRole('listitem').filter({ hasText: 'oost.csv' })).toContainText('CSV · komma · UTF-8');
  for (const look of LOOKS) await expectAccessible(page, 'as what files of an archive are read', look);
  await page.setViewportSize({ width: 1280, height: 800 });

  await enterOn(page.getByRole('button', { name: 'Anders lezen' }));
  const of = (names: string) => page.getByRole('group', { name: names, exact: true });
  const choose = (file: string, list: string | RegExp, option: string) =>
    pick(of(file).getByRole('button', { name: list }), option);
  const same = 'noord.csv, zuid.csv';
  await choose('oost.csv', 'Scheidingsteken', 'verticale streep');
  await expect(of('oost.csv')).toContainText('CSV · verticale streep · UTF-8');
  await expect(useOf(page, 'Vakwoord, in het kort')).toBeVisible();
  await choose(same, /Bestand/, 'noord.csv');
  await choose(same, 'Codering', 'UTF-16 LE');
  await expect(of('noord.csv').getByRole('alert')).toContainText('niet te lezen als utf-16le');
  await choose('noord.csv', 'Codering', 'Windows-1252');
  await expect(of(same)).toBeVisible();
  await expect(of(same).getByRole('alert')).toBeHidden();
  await expect(of(same).getByText(`onderdeel Â§ ${tag}`)).toBeVisible();
  await choose('oost.csv', 'Soort bestand', 'Excel');
  await expect(of('oost.csv').getByRole('alert')).toContainText('Excel-bestand is beschadigd');
  await choose('oost.csv', 'Soort bestand', 'Zoals herkend');
  await choose('oost.csv', 'Scheidingsteken', 'verticale streep');
  await choose(same, /Bestand/, 'zuid.csv');
  await choose(same, 'Taal', 'Engels');
  for (const look of LOOKS) {
    await expectAccessible(page, 'reading files of an archive otherwise', look);
    await expectNoSideways(page, 'reading files of an archive otherwise', look.width);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await pick(useOf(page, 'Vakwoord, in het kort'), 'Begrip');
  await pick(useOf(page, 'Uitleg, in het lang'), 'Definitie');
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 3, Nieuw: 3 });
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  expect(
    await query('select term, definition, language from definitions where term like $1 order by term', [`%${tag}`]),
  ).toEqual([
    { term: `onderdeel Â§ ${tag}`, definition: 'Een deel van een regeling.', language: 'nl' },
    { term: `voorwerp ${tag}`, definition: 'Een zaak die wordt vastgelegd.', language: 'en' },
    { term: `zomer ${tag}`, definition: 'Een seizoen, van vier, het warmste.', language: 'nl' },
  ]);
});

test('kind, delimiter, header row and language of one file are shown with how sure its columns are, and chosen otherwise', async ({
  signInAs,
}) => {
  const tag = uniqueTag('anderslezen');
  // Bars part it, and its commas part it as evenly, into more.
  const rows = [
    `Lijst ${tag}, van woorden|Wat ermee bedoeld wordt, in het lang`,
    'woord, in het kort|betekenis, in het lang',
    `zomer ${tag}|Het seizoen dat van de vier het warmste is, en waarin de dagen van het jaar, geteld het langst zijn.`,
    `winter ${tag}|Het seizoen dat van de vier het koudste is, en waarin de dagen van het jaar, geteld het kortst zijn.`,
  ];
  const page = await signInAs('lead', { at: '/import' });
  await giveFile(page, { name: 'lijst.csv', bytes: rows.join('\n') });
  await expect(recognised(page)).toContainText('CSV · komma · UTF-8');
  await expect(recognised(page)).toContainText('Nederlands');
  await enterOn(page.getByRole('button', { name: 'Anders lezen' }));
  const list = (label: RegExp) => page.getByRole('button', { name: label });

  await pick(list(/^Soort bestand|Soort bestand$/), 'Excel');
  const broken = page.getByRole('alert').filter({ hasText: 'Excel-bestand' });
  await expect(broken).toBeVisible();
  await expect(page.getByRole('button', { name: 'Controleren', exact: true })).toBeDisabled();
  await pick(list(/^Soort bestand|Soort bestand$/), 'CSV');
  await expect(broken).toBeHidden();
  await pick(list(/^Scheidingsteken|Scheidingsteken$/), 'verticale streep');
  await expect(recognised(page)).toContainText('CSV · verticale streep · UTF-8 · kolomnamen in rij 1');
  await enterOn(list(/Rij met kolomnamen/));
  await page.getByRole('option', { name: /^rij 2/i }).click();
  await expect(recognised(page)).toContainText('kolomnamen in rij 2');
  const mapping = page.getByRole('region', { name: 'Kolommen toewijzen' });
  await expect(mapping.getByRole('row', { name: /^woord, in het kort/ })).toContainText(/Voorstel, \d{2} % zeker/);
  await expect(mapping.getByRole('row', { name: /^betekenis, in het lang/ })).toContainText(/Voorstel, \d{2} % zeker/);
  await pick(list(/^Taal|Taal$/), 'Engels');
  await send(page);
  await toPlan(page);
  await expectPlan(page, { Alles: 2, Nieuw: 2 });
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  expect(await query('select term, language from definitions where term like $1 order by term', [`%${tag}`])).toEqual([
    { term: `winter ${tag}`, language: 'en' },
    { term: `zomer ${tag}`, language: 'en' },
  ]);
});
