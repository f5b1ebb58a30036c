import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { GeneratedFile } from '#db/seed/generate-files.ts';
import { have, jobIs, startImport } from '#e2e/support/api.ts';
import { zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { confirmPlan, decisionBar, ended, planChip } from '#e2e/support/importing.ts';
import { enterOn, tabTo } from '#e2e/support/keyboard.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** The plan as a page: what each field becomes, deciding over everything a filter shows, and what others do meanwhile. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

const CONTEXTS = { organisationalContext: ['OM'], legalContext: ['Strafrecht'] };

/** A definition file of a test; `more` says otherwise, undefined leaves out. */
function fileOf(tag: string, number: number, more: Record<string, unknown> = {}): GeneratedFile {
  const term = `maatregel ${String(number).padStart(3, '0')} ${tag}`;
  const definition = `beslissing waarbij een rechter maatregel ${number} oplegt aan een persoon`;
  const content = { term, definition, category: 'proces', ...CONTEXTS, explanation: 'Stond er al.', ...more };
  return { name: `begrippen/${String(number).padStart(3, '0')}.json`, text: JSON.stringify(content) };
}

const filesOf = (tag: string, count: number, more: (number: number) => Record<string, unknown> = () => ({})) =>
  Array.from({ length: count }, (_, number) => fileOf(tag, number, more(number)));

const REWORDED = { definition: 'uitspraak waarbij een rechtbank een maatregel oplegt aan een verdachte' };

/** Starts an import by the API and answers the address of its plan. */
async function planOf(fileName: string, bytes: Buffer): Promise<{ jobId: string; at: string }> {
  const job = await startImport(caller, { fileName, bytes });
  await jobIs(caller, job.id, /^awaiting_confirmation$/);
  return { jobId: job.id, at: `/batches/${job.batchId}?job=${job.id}` };
}

async function stored(tag: string) {
  return query<{ id: string; term: string; version: number; status: string; definition: string; context: string[] }>(
    `select id, term, version, status, definition, organisational_context as context from definitions
     where term like $1 order by term, created_at`,
    [`%${tag}`],
  );
}

const pane = (page: Page): Locator => page.getByRole('region', { name: 'Gekozen item' });

async function decideAll(page: Page, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Beslis over/ }).click();
  await page.getByRole('menuitem', { name: choice }).click();
}

test('each field says what becomes of it: set, cleared, or kept because the file does not have it', async ({
  signInAs,
}) => {
  const tag = uniqueTag('veldproef');
  await have(caller, `${tag}-vooraf.zip`, await zipOf([fileOf(tag, 1, { synonyms: ['oude naam'] })]));
  const csv = [
    'begrip;definitie;categorie;organisatorische context;juridische context;toelichting',
    `maatregel 001 ${tag};${REWORDED.definition};proces;OM;Strafrecht;`,
  ].join('\r\n');
  const { at } = await planOf(`${tag}.csv`, Buffer.from(`${csv}\r\n`));
  const page = await signInAs('lead', { at: `${at}&decision=update` });
  const item = pane(page);
  await expect(item).toContainText('regel 2');
  await expect(item.getByRole('deletion').first()).toContainText('beslissing');
  await expect(item.getByRole('insertion').first()).toContainText('uitspraak');
  await expect(item.getByText('wordt leeggemaakt')).toBeVisible();
  await expect(item.getByText(/^Blijven zoals ze zijn.*synoniemen/)).toBeVisible();

  await tick(item.getByRole('switch', { name: 'Toon alle velden' }));
  const kept = item.getByText('blijft zoals het is, staat niet in het bestand');
  await expect(kept.first()).toBeVisible();
  await expect(item.getByText('oude naam')).toBeVisible();
  await tick(item.getByRole('switch', { name: 'Naast elkaar' }));
  await expect(item.getByText('wordt leeggemaakt')).toBeVisible();

  for (const theme of ['light', 'dark'] as const) {
    await expectAccessible(page, 'the plan', { theme, width: 1280 });
    await expectAccessible(page, 'the plan', { theme, width: 390 });
  }
  await expectNoSideways(page, 'the plan', 390);
});

test('a decision takes everything that the filter shows, loaded or not, and survives a reload', async ({
  signInAs,
}) => {
  const tag = uniqueTag('filterproef');
  const MANY = 260;
  await have(caller, `${tag}-vooraf.zip`, await zipOf(filesOf(tag, MANY)));
  const files = filesOf(tag, MANY + 5, (number) => (number < MANY ? { definition: `herziene tekst ${number}` } : {}));
  const { jobId, at } = await planOf(`${tag}.zip`, await zipOf(files));
  const page = await signInAs('lead', { at });
  await expect(decisionBar(page)).toContainText(`5 definities worden toegevoegd en ${MANY} worden gewijzigd.`);

  await planChip(page, 'Gewijzigd').click();
  await expect(page).toHaveURL(/decision=update/);
  await expect(page.getByRole('button', { name: `Beslis over alle ${MANY}` })).toBeVisible();
  await decideAll(page, /^Overslaan/);
  await expect(decisionBar(page)).toContainText(`5 definities worden toegevoegd en ${MANY} worden overgeslagen.`);
  await expect(decisionBar(page)).toContainText(`U hebt ${MANY} items zelf beslist.`);
  await expect(page.getByRole('option').first()).toContainText('Zelf gekozen.');

  await tick(pane(page).getByRole('radio', { name: /zoals voorgesteld/ }));
  await expect(decisionBar(page)).toContainText('1 wordt gewijzigd');
  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: `Overslaan: Gewijzigd (${MANY - 1})` })).toBeVisible();
  await expect(decisionBar(page)).toContainText(`U hebt ${MANY - 1} items zelf beslist.`);

  await confirmPlan(page);
  await ended(page, 'Voltooid');
  expect(await jobIs(caller, jobId)).toMatchObject({ succeeded: 6, skipped: MANY - 1 });
  expect((await stored(tag)).filter(({ version }) => version > 1).length).toBe(1);
});

test('both are kept, each in its own context; where there is one already it stays a conflict', async ({ signInAs }) => {
  const tag = uniqueTag('contextproef');
  const established = filesOf(tag, 2, () => ({ status: 'established' }));
  const inTheWay = fileOf(tag, 1, { organisationalContext: ['Reclassering'], definition: 'stond hier al' });
  await have(caller, `${tag}-vooraf.zip`, await zipOf([...established, { ...inTheWay, name: 'begrippen/x.json' }]));
  const { at } = await planOf(
    `${tag}.zip`,
    await zipOf(filesOf(tag, 2, () => ({ ...REWORDED, status: 'established' }))),
  );
  const page = await signInAs('lead', { at });
  await planChip(page, 'Conflict').click();
  await decideAll(page, /^Beide behouden/);
  const dialog = page.getByRole('dialog', { name: 'Beide behouden, in een andere context' });
  await dialog.getByRole('button', { name: 'Beide behouden' }).click();
  await expect(dialog).toContainText('Geef een context op waarin deze definitie geldt.');
  await dialog.getByRole('textbox').fill('Reclassering');
  await expectAccessible(page, 'the dialog for another context', { theme: 'light', width: 1280 });
  await dialog.getByRole('button', { name: 'Beide behouden' }).click();
  await expect(decisionBar(page)).toContainText('1 definitie wordt toegevoegd en 1 wordt vanwege een conflict');
  await expect(decisionBar(page)).toContainText('1 item blijft een conflict');
  await expect(pane(page)).toContainText('Wordt een eigen definitie');
  await confirmPlan(page);
  await ended(page, 'Voltooid');
  const rows = await stored(tag);
  expect(rows.map(({ status, context, version }) => [status, ...context, version])).toEqual([
    ['established', 'OM', 1],
    ['draft', 'Reclassering', 1],
    expect.anything(),
    expect.anything(),
  ]);
  expect(rows[1]?.definition).toBe(REWORDED.definition);
  expect(rows.filter(({ definition }) => definition === REWORDED.definition).length).toBe(1);
});

test('what a colleague changes while the plan waits is said before, and not overwritten after', async ({
  signInAs,
}) => {
  const tag = uniqueTag('tussendoor');
  await have(caller, `${tag}-vooraf.zip`, await zipOf(filesOf(tag, 3)));
  const { jobId, at } = await planOf(`${tag}.zip`, await zipOf(filesOf(tag, 3, () => REWORDED)));
  const page = await signInAs('lead', { at });
  await expect(decisionBar(page)).toContainText('3 definities worden gewijzigd.');

  const [, second] = await stored(tag);
  const colleague = await signInAs('editor', { at: `/definitions/${second?.id}` });
  await colleague.getByRole('button', { name: 'Wijzigen' }).click();
  const text = 'wat een collega er intussen van maakte';
  await colleague.getByLabel('Definitie', { exact: true }).fill(text);
  await colleague.getByRole('textbox', { name: 'Reden van de wijziging' }).fill('Tussendoor');
  await colleague.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect.poll(async () => (await stored(tag))[1]?.definition).toBe(text);

  await page.bringToFront();
  await expect(decisionBar(page)).toContainText('2 definities worden gewijzigd en 1 mislukt als conflict');
  await page
    .getByRole('status')
    .getByRole('link', { name: second?.term ?? '' })
    .click();
  await expect(pane(page)).toContainText('van versie 1 naar 2');
  await confirmPlan(page);
  await ended(page, 'Voltooid met fouten');
  expect(await jobIs(caller, jobId)).toMatchObject({ succeeded: 2, failed: 1 });
  expect((await stored(tag)).map(({ definition }) => definition)).toEqual([
    REWORDED.definition,
    text,
    REWORDED.definition,
  ]);
});

test('without a mouse: through the rows, one key to skip and one to take it back, and yes', async ({ signInAs }) => {
  const tag = uniqueTag('toetsproef');
  const { jobId, at } = await planOf(`${tag}.zip`, await zipOf(filesOf(tag, 4)));
  const page = await signInAs('lead', { at });
  await expect(page.getByRole('option')).toHaveCount(4);
  await tabTo(page.getByRole('listbox', { name: /items in de voorvertoning/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText('maatregel 001');
  await expect(page).toHaveURL(/item=1/);
  await page.keyboard.press('s');
  await expect(page.getByRole('option', { selected: true })).toContainText('Zelf gekozen.');
  await page.keyboard.press('End');
  await page.keyboard.press('s');
  await expect(decisionBar(page)).toContainText('2 definities worden toegevoegd en 2 worden overgeslagen.');
  await page.keyboard.press('p');
  await expect(decisionBar(page)).toContainText('3 definities worden toegevoegd en 1 wordt overgeslagen.');
  await enterOn(decisionBar(page).getByRole('button', { name: 'Bevestigen' }));
  await ended(page, 'Voltooid');
  expect(await jobIs(caller, jobId)).toMatchObject({ succeeded: 3, skipped: 1 });
});
