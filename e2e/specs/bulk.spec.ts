import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { DefinitionStatus } from '#domain/definition.ts';
import { act } from '#e2e/support/act.ts';
import { have } from '#e2e/support/api.ts';
import { changed, taggedFiles, unzip, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { download } from '#e2e/support/downloads.ts';
import { decisionBar, expectPlan, planChip, toPlan } from '#e2e/support/importing.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Doing something with many definitions at once, from choosing them in the list to what is in the database afterwards. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

test('a status change comes in three piles; one reason takes the doubtful ones through', async ({ signInAs }) => {
  const tag = uniqueTag('stapelproef');
  await makeReviewed(tag);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Status wijzigen…', 'Status wijzigen');
  await expect(dialog.getByText('8 definities', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Waaronder:' }).getByRole('listitem')).toHaveCount(5);
  await dialog.getByRole('button', { name: 'Toetsen' }).click();
  await expect(dialog.getByText('Kies de nieuwe status.')).toBeVisible();
  await expect(dialog.getByText('Schrijf waarom u dit doet.')).toBeVisible();
  await tick(dialog.getByRole('radio', { name: /^Vastgesteld/ }));
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Vastgesteld in het overleg');
  await dialog.getByRole('button', { name: 'Toetsen' }).click();

  await toPlan(page);
  await expectPlan(page, { Alles: 8, 'Gaat door': 4, 'Reden nodig': 2, Geblokkeerd: 2 });
  await expect(decisionBar(page)).toContainText(
    '4 definities krijgen de status “Vastgesteld”, 2 wachten op een reden en veranderen niet en 2 zijn geblokkeerd.',
  );
  await planChip(page, 'Geblokkeerd').click();
  await expect(page.getByRole('option')).toHaveCount(2);
  await expect(page.getByRole('option', { name: /kan niet rechtstreeks “Vastgesteld” worden/ })).toHaveCount(1);
  await expect(page.getByRole('option', { name: /geen organisatorische of juridische context/ })).toHaveCount(1);
  await planChip(page, 'Reden nodig').click();
  await expect(page.getByRole('option', { name: /De wettelijke basis ontbreekt/ })).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Gekozen item' }).getByRole('insertion')).toContainText('Vastgesteld');

  await page.getByRole('textbox', { name: 'Reden voor de twijfelgevallen' }).fill('De grondslag volgt in december');
  await expect(decisionBar(page)).toContainText(
    '6 definities krijgen de status “Vastgesteld” (2 met uw reden) en 2 zijn geblokkeerd.',
  );
  await decisionBar(page).getByRole('button', { name: 'Bevestigen' }).click();
  await ends(page, /8 definities wijzigen/, 'Voltooid met fouten');

  expect(await statusesOf(tag)).toEqual({ established: 6, review: 1, draft: 1 });
  const versions = await query<{ reason: string; count: number }>(
    `select v.reason, count(*)::int from definition_versions v join definitions d on d.id = v.definition_id
     where d.term like '%' || $1 and v.version = 2 group by 1 order by 2`,
    [tag],
  );
  expect(versions.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  expect(versions.every(({ reason }) => reason.startsWith('Vastgesteld in het overleg'))).toBe(true);
  const [job] = await query<{ plan: unknown; options: unknown }>(
    `select plan, options from jobs where operation = 'update' and options->>'overrideReason' is not null
     order by created_at desc limit 1`,
  );
  expect(job?.options).toMatchObject({ status: 'established', overrideReason: 'De grondslag volgt in december' });
});

test('without a reason the doubtful ones stay as they are, and what one skips does too', async ({ signInAs }) => {
  const tag = uniqueTag('zonderreden');
  await makeReviewed(tag);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Status wijzigen…', 'Status wijzigen');
  await tick(dialog.getByRole('radio', { name: /^Vastgesteld/ }));
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Proef');
  await dialog.getByRole('button', { name: 'Toetsen' }).click();
  await toPlan(page);
  await planChip(page, 'Gaat door').click();
  await page.getByRole('option').first().click();
  await tick(page.getByRole('radio', { name: 'Overslaan' }));
  await expect(decisionBar(page)).toContainText('3 definities krijgen de status “Vastgesteld”, 2 wachten op een reden');
  await decisionBar(page).getByRole('button', { name: 'Bevestigen' }).click();
  await ends(page, /8 definities wijzigen/, 'Voltooid met fouten');
  expect(await statusesOf(tag)).toEqual({ established: 3, review: 4, draft: 1 });
});

test('what is deleted goes out of sight only after its number was typed, and can be put back', async ({ signInAs }) => {
  const tag = uniqueTag('prullenbak');
  const count = 22;
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count })));
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Verwijderen…', 'Definities verwijderen');
  const start = dialog.getByRole('button', { name: 'Verwijderen', exact: true });
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Dubbel aangeleverd');
  await dialog.getByRole('textbox', { name: 'Typ 22 om te bevestigen' }).fill('21');
  await start.click();
  await expect(dialog.getByText('Typ precies 22, het aantal definities dat wordt verwijderd.')).toBeVisible();
  expect(await deletedOf(tag)).toBe(0);
  await dialog.getByRole('textbox', { name: 'Typ 22 om te bevestigen' }).fill('22');
  await start.click();
  await ends(page, /22 definities verwijderen/, 'Voltooid');
  expect(await deletedOf(tag)).toBe(count);
  await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).first().click();
  await expect(page.getByText('Niets voldoet aan deze zoekopdracht')).toBeVisible();

  await page.getByRole('button', { name: 'Verwijderd', exact: true }).click();
  await expect(page.getByText(`${count} definities`, { exact: true })).toBeVisible();
  await expect(page.getByRole('table').getByText('Verwijderd', { exact: true })).toHaveCount(count);
  const [one] = await query<{ id: string; term: string }>(
    `select id, term from definitions where term like '%' || $1 order by term limit 1`,
    [tag],
  );
  await page.goto(`/definitions/${one?.id}`);
  await expect(page.getByText('Deze definitie is verwijderd')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wijzigen', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Terugzetten…' }).click();
  await restore(page, 'Toch nodig');
  await ends(page, /1 definitie terugzetten/, 'Voltooid');
  expect(await deletedOf(tag)).toBe(count - 1);
  await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).first().click();
  await expect(page.getByText('Deze definitie is verwijderd')).toBeHidden();

  await page.goto(`/definitions?q=${tag}&deleted=true`);
  await act(page, 'Terugzetten…', 'Definities terugzetten');
  await restore(page, 'Allemaal toch nodig');
  await ends(page, /21 definities terugzetten/, 'Voltooid');
  expect(await deletedOf(tag)).toBe(0);
});

test('what is under legal hold stays as it is, says so, and is free again once that is lifted', async ({
  signInAs,
}) => {
  const tag = uniqueTag('bewaarproef');
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count: 3 })));
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Bewaarplicht…', 'Bewaarplicht');
  await dialog.getByRole('button', { name: 'Bewaarplicht opleggen' }).click();
  await expect(dialog.getByText('Vul in waarvoor de bewaarplicht is.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Zaak of aanduiding' }).fill('Zaak Proefneming');
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Lopend onderzoek');
  for (const width of [390, 1280]) await expectAccessible(page, 'the dialog of a legal hold', { theme: 'dark', width });
  await dialog.getByRole('button', { name: 'Bewaarplicht opleggen' }).click();
  await ends(page, /Bewaarplicht op 3 definities/, 'Voltooid');

  const [one] = await query<{ id: string }>(`select id from definitions where term like '%' || $1 limit 1`, [tag]);
  await page.goto(`/definitions/${one?.id}`);
  await expect(page.getByText('Onder bewaarplicht')).toBeVisible();
  await expect(page.getByText(/Zaak Proefneming: opgelegd door .+\. Lopend onderzoek/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wijzigen', exact: true })).toHaveCount(0);

  await page.goto(`/definitions?q=${tag}`);
  const deletion = await act(page, 'Verwijderen…', 'Definities verwijderen');
  await deletion.getByRole('textbox', { name: 'Reden' }).fill('Opgeruimd');
  await deletion.getByRole('button', { name: 'Verwijderen', exact: true }).click();
  await ends(page, /3 definities verwijderen/, 'Voltooid met fouten');
  await expect(page.getByText('Op de definitie rust een bewaarplicht: zij blijft zoals zij is.').first()).toBeVisible();
  expect(await deletedOf(tag)).toBe(0);

  await page.goto(`/definitions?q=${tag}`);
  const lifting = await act(page, 'Bewaarplicht…', 'Bewaarplicht');
  await tick(lifting.getByRole('radio', { name: /^Opheffen/ }));
  await lifting.getByRole('textbox', { name: 'Zaak of aanduiding' }).fill('Zaak Proefneming');
  await lifting.getByRole('textbox', { name: 'Reden' }).fill('Onderzoek gesloten');
  await lifting.getByRole('button', { name: 'Bewaarplicht opheffen' }).click();
  await ends(page, /Bewaarplicht op 3 definities opheffen/, 'Voltooid');
  await page.goto(`/definitions/${one?.id}`);
  await expect(page.getByText('Onder bewaarplicht')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Wijzigen', exact: true })).toBeVisible();
});

test('a check of the selection says what the rules of today say', async ({ signInAs }) => {
  const tag = uniqueTag('hercontrole');
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count: 6 })));
  const before = await query(verdicts, [tag]);
  // As if they had been checked with rules of long ago.
  await query(
    `update definitions set verdict = 'invalid', quality_score = 0.1, rule_set_version = '0' where term like '%' || $1`,
    [tag],
  );
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Controleren', 'Definities controleren');
  await dialog.getByText('Geavanceerd').click();
  await dialog.getByRole('textbox', { name: 'Items per blok' }).fill('0');
  await dialog.getByRole('button', { name: 'Controle starten' }).click();
  await expect(dialog.getByText('Vul een heel getal in van 1 tot en met 1.000, of laat het leeg.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Items per blok' }).fill('2');
  await dialog.getByRole('button', { name: 'Controle starten' }).click();
  await ends(page, /6 definities controleren/, 'Voltooid');
  expect(await query(verdicts, [tag])).toEqual(before);
});

test('chosen fields of many definitions change, and only those', async ({ signInAs }) => {
  const tag = uniqueTag('veldproef');
  const files = taggedFiles({ tag, count: 5 }).map((file) =>
    changed(file, (content) => ({ ...content, status: 'draft' })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
  const before = await query<Fields>(fields, [tag]);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Wijzigen…', 'Definities wijzigen');
  await addField(page, dialog, 'Ketenpartners');
  await dialog.getByRole('textbox', { name: 'Toe te voegen aan Ketenpartners' }).fill('Halt\nSlachtofferhulp');
  await addField(page, dialog, 'Toelichting');
  await dialog.getByRole('textbox', { name: 'Nieuwe waarde van Toelichting' }).fill('Nieuw voor allemaal');
  await addField(page, dialog, 'Geldig vanaf');
  await dialog.getByRole('textbox', { name: 'Nieuwe waarde van Geldig vanaf' }).fill('31-02-2026');
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Nieuwe keten');
  await dialog.getByRole('button', { name: 'Controleren wat er verandert' }).click();
  await expect(dialog.getByText('Schrijf de datum als dd-mm-jjjj.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Geldig vanaf niet wijzigen' }).click();
  await dialog.getByRole('button', { name: 'Controleren wat er verandert' }).click();

  await toPlan(page);
  await expectPlan(page, { Alles: 5, 'Gaat door': 5 });
  await expect(page.getByRole('region', { name: 'Gekozen item' }).getByRole('insertion').first()).toBeVisible();
  await decisionBar(page).getByRole('button', { name: 'Bevestigen' }).click();
  await ends(page, /5 definities wijzigen/, 'Voltooid');
  const after = await query<Fields>(fields, [tag]);
  expect(after).toEqual(
    before.map((row) => ({
      ...row,
      chain_partners: [...new Set([...row.chain_partners, 'Halt', 'Slachtofferhulp'])],
      explanation: 'Nieuw voor allemaal',
      version: row.version + 1,
    })),
  );
});

test('terms from a file are looked up at once, and the answers come as a file', async ({ signInAs }) => {
  const tag = uniqueTag('opzoekproef');
  await have(caller, `${tag}.zip`, await zipOf(taggedFiles({ tag, count: 3 })));
  const rows = await query<{ term: string }>(`select term from definitions where term like '%' || $1 order by term`, [
    tag,
  ]);
  const known = rows.map(({ term }) => term);
  const page = await signInAs('lead', { at: '/definitions' });
  await page.getByRole('link', { name: 'Begrippen opzoeken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Begrippen opzoeken' })).toBeVisible();
  await page.getByRole('button', { name: 'Opzoeken' }).click();
  await expect(page.getByText('Vul ten minste één begrip in.')).toBeVisible();
  const list = [
    'begrip;afdeling',
    ...known.map((term) => `"${term}";x`),
    `${known[0]?.toUpperCase()};x`,
    `${tag} bestaat niet;x`,
  ];
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await chooser).setFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(list.join('\r\n')) });
  await expect(page.getByRole('status').filter({ hasText: '4 begrippen' })).toContainText('1 dubbel, telt niet mee');
  await page.getByRole('button', { name: '4 begrippen opzoeken' }).click();

  const window = page.getByRole('dialog', { name: '4 begrippen opzoeken' });
  const link = window.getByRole('link', { name: 'Antwoorden downloaden' });
  await expect(link).toBeVisible();
  const entries = await unzip((await download(link)).bytes);
  const { answers } = JSON.parse(entries.get('antwoorden.json')?.toString() ?? '') as {
    answers: { term: string; outcome: string }[];
  };
  expect(answers.map(({ term, outcome }) => [term, outcome])).toEqual([
    ...known.map((term) => [term, 'found']),
    [`${tag} bestaat niet`, 'not_found'],
  ]);
  expect(entries.get('antwoorden.csv')?.toString()).toContain(known[0]);
});

test('who may not start batches is not offered any of it', async ({ signInAs }) => {
  const page = await signInAs('editor', { at: '/definitions' });
  await expect(page.getByRole('table', { name: 'Definities' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Verwijderd', exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Begrippen opzoeken' })).toHaveCount(0);
  await page.goto('/definitions/query');
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();
});

for (const language of ['nl', 'en'] as const) {
  test(`axe finds nothing in bulk work, in ${language}`, async ({ signInAs }) => {
    const tag = uniqueTag('bulktoegang');
    await makeReviewed(tag);
    const words = LOOKS[language];
    const page = await signInAs('lead', { language, at: `/definitions?q=${tag}` });
    const box = page.getByRole('table').getByRole('checkbox').first();
    await box.check();
    await expectAccessible(page, 'bulk bar', { theme: 'light', width: 1280 });
    const bar = page.getByRole('region', { name: words.bar });
    for (const [index, name] of words.actions.entries()) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await bar.getByRole('button', { name, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.advanced).click();
      await dialog.getByRole('button').last().click();
      await expectAccessible(page, name, { theme: index % 2 === 0 ? 'dark' : 'light', width: 1280 });
      await expectAccessible(page, name, { theme: index % 2 === 0 ? 'light' : 'dark', width: 390 });
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.goto('/definitions/query');
    await expect(page.getByRole('textbox').first()).toBeVisible();
    await expectAccessible(page, 'look up', { theme: 'light', width: 1280 });
    await expectAccessible(page, 'look up', { theme: 'dark', width: 390 });
    await expectNoSideways(page, 'look up', 320);
    await page.goto(await planOf(tag));
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'plan of an update', { theme: 'light', width: 1280 });
    await expectAccessible(page, 'plan of an update', { theme: 'dark', width: 390 });
    await expectNoSideways(page, 'plan of an update', 320);
  });
}

const LOOKS = {
  nl: {
    bar: 'Bewerkingen op de selectie',
    advanced: 'Geavanceerd',
    actions: ['Controleren', 'Wijzigen…', 'Status wijzigen…', 'Verwijderen…'],
  },
  en: {
    bar: 'Operations on the selection',
    advanced: 'Advanced',
    actions: ['Check', 'Change…', 'Change status…', 'Delete…'],
  },
};

const verdicts = `select term, verdict, quality_score, rule_set_version from definitions where term like '%' || $1 order by term`;
const fields = `select term, definition, category, chain_partners, legal_context, explanation, valid_from, version
  from definitions where term like '%' || $1 order by term`;
type Fields = { chain_partners: string[]; version: number } & Record<string, unknown>;

/** Eight definitions: four that may be established, two that may with a reason, and two that may not: without context, and a draft. */
async function makeReviewed(tag: string): Promise<void> {
  const without = { legalBasis: [] };
  const changes = [{}, {}, {}, {}, without, without, { ...without, organisationalContext: [], legalContext: [] }, {}];
  const files = taggedFiles({ tag, count: changes.length }).map((file, index) =>
    changed(file, (content) => ({ ...content, status: index === 7 ? 'draft' : 'review', ...changes[index] })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
}

/** Chooses every row of the page and opens the dialog of one action. */
async function addField(page: Page, dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('button', { name: 'Veld toevoegen' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function restore(page: Page, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Definities terugzetten' });
  await dialog.getByRole('textbox', { name: 'Reden' }).fill(reason);
  await dialog.getByRole('button', { name: 'Terugzetten', exact: true }).click();
}

/** Waits until the job in the progress window has ended so. */
async function ends(page: Page, heading: RegExp, status: string): Promise<void> {
  const window = page.getByRole('dialog', { name: heading });
  await expect(window.getByRole('button', { name: 'Volledig rapport' })).toBeVisible();
  await expect(window.getByText(status, { exact: true })).toBeVisible();
}

/** The page of a plan that waits: everything of this tag established. */
async function planOf(tag: string): Promise<string> {
  const selection = { filter: { q: tag } };
  const options = { status: 'established', reason: 'Proef' };
  const answer = await caller.post('/api/v1/batches', {
    data: { jobs: [{ operation: 'update', selection, options }] },
  });
  await expect(answer).toBeOK();
  const { id, jobs } = (await answer.json()) as { id: string; jobs: { id: string }[] };
  await expect
    .poll(async () => (await query('select status from jobs where id = $1', [jobs[0]?.id]))[0])
    .toEqual({ status: 'awaiting_confirmation' });
  return `/batches/${id}`;
}

async function statusesOf(tag: string): Promise<Partial<Record<DefinitionStatus, number>>> {
  const rows = await query<{ status: DefinitionStatus; count: number }>(
    `select status, count(*)::int from definitions where term like '%' || $1 group by 1`,
    [tag],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function deletedOf(tag: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    `select count(*)::int from definitions where term like '%' || $1 and deleted_at is not null`,
    [tag],
  );
  return row?.count ?? -1;
}
