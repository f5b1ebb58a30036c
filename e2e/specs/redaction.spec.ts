import type { APIRequestContext } from '@playwright/test';
import { definitionPageSchema } from '#contract/definitions.ts';
import { act } from '#e2e/support/act.ts';
import { get, have } from '#e2e/support/api.ts';
import { changed, taggedFiles, unzip, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { download } from '#e2e/support/downloads.ts';
import { expect, test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Personal data and case numbers: left out of an export, and taken out of the stored definitions once somebody else agrees. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

/** Of the series that is given to nobody, and an example of the registry. */
const BSN = '920800026';
const IBAN = 'NL91ABNA0417164300';
const LOOKS = (['light', 'dark'] as const).flatMap((theme) => [390, 1280].map((width) => ({ theme, width })));

test('an export goes out with placeholders, and says how many', async ({ signInAs }) => {
  const tag = uniqueTag('anoniem');
  await haveWith(tag);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Exporteren', 'Definities exporteren');
  await tick(dialog.getByRole('checkbox', { name: /Persoonsgegevens en zaaknummers vervangen/ }));
  await dialog.getByText('12 soorten van 12').click();
  await expect(dialog.getByRole('checkbox', { name: /burgerservicenummers/ })).toBeChecked();
  for (const look of LOOKS) await expectAccessible(page, 'the export dialog', look);
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: 'Export starten' }).click();

  const progress = page.getByRole('dialog', { name: /3 definities exporteren/ });
  const { bytes } = await download(progress.getByRole('link', { name: 'Bestand downloaden' }));
  const files = await unzip(bytes);
  const all = [...files.values()].map(String).join('\n');
  expect(all).toContain('[BSN-1]');
  expect(all).not.toContain(BSN);
  expect(all).not.toContain(IBAN);
  expect(JSON.parse(String(files.get('manifest.json')))).toMatchObject({
    redactions: { bsn: 3, iban: 1 },
    redaction: { caseReferences: 'kept' },
  });
  await progress.getByRole('button', { name: 'Volledig rapport' }).click();
  await expect(page.getByRole('region', { name: 'Geanonimiseerd' })).toContainText('burgerservicenummers (BSN)');
  expect(await textsOf(tag)).toContain(BSN);
});

test('stored text is replaced when somebody else has seen every hit and agrees', async ({ signInAs }) => {
  const tag = uniqueTag('vierogen');
  await haveWith(tag);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const dialog = await act(page, 'Anonimiseren…', 'Definities anonimiseren');
  await expect(dialog.getByText(/niet ongedaan/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Treffers zoeken' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Voorvertoning bekijken' }).click();

  await expect(page.getByText('4 treffers in 3 definities')).toBeVisible();
  const hits = page.getByRole('region', { name: 'Treffers beoordelen' });
  await expect(hits.getByRole('button', { name: /920800026 \[BSN-1\]\. Vervangen\./ })).toHaveCount(3);
  for (const look of LOOKS) await expectAccessible(page, 'the hits', look);
  await expectNoSideways(page, 'the hits', 390);
  await page.setViewportSize({ width: 1280, height: 800 });

  await hits.getByRole('button', { name: /\[IBAN-1\]/ }).click();
  await page.getByRole('menuitem', { name: /Deze treffer: laten staan/ }).click();
  await expect(hits.getByRole('button', { name: /\[IBAN-1\].* Laten staan\./ })).toBeVisible();
  await hits.getByRole('button', { name: /Soort/ }).click();
  await page.getByRole('option', { name: /rekeningnummers/ }).click();
  await expect(hits.getByRole('listitem')).toHaveCount(1);
  await hits.getByRole('button', { name: /Soort/ }).click();
  await page.getByRole('option', { name: 'Alles' }).click();

  await expect(page.getByRole('region', { name: 'Bestanden waarin de tekst nog staat' })).toContainText(`${tag}.zip`);
  const request = page.getByRole('region', { name: 'Goedkeuring vragen' });
  await request.getByRole('button', { name: 'Goedkeuring vragen' }).click();
  await expect(request.getByText('Schrijf waarom dit nodig is.')).toBeVisible();
  await expect(request.getByText('Typ precies 3, het aantal treffers dat wordt vervangen.')).toBeVisible();
  await request.getByRole('textbox', { name: 'Reden' }).fill(`omdat ${BSN} hier niet hoort`);
  await request.getByRole('textbox', { name: /Typ 3/ }).fill('3');
  await request.getByRole('button', { name: 'Goedkeuring vragen' }).click();
  await expect(request.getByText(/staat zelf iets dat vervangen wordt/)).toBeVisible();
  await request.getByRole('textbox', { name: 'Reden' }).fill('hoort niet in een definitie');
  await request.getByRole('button', { name: 'Goedkeuring vragen' }).click();
  await expect(page.getByRole('region', { name: 'Wacht op besluit' })).toContainText('iemand anders moet besluiten');
  await expect(hits.getByRole('button', { name: /BSN-1/ })).toHaveCount(0);

  const other = await signInAs('admin', { at: '/approvals' });
  const line = other.getByRole('listitem').filter({ hasText: 'hoort niet in een definitie' });
  await expect(line).toContainText('3 definities');
  for (const look of LOOKS) await expectAccessible(other, 'the approvals', look);
  await expectNoSideways(other, 'the approvals', 390);
  await other.setViewportSize({ width: 1280, height: 800 });
  await line.getByRole('link', { name: /Bekijken en besluiten/ }).click();
  await expect(other.getByRole('region', { name: 'Treffers beoordelen' }).getByText(BSN)).toHaveCount(3);
  const decision = other.getByRole('region', { name: 'Wacht op besluit' });
  await expect(decision.getByText(/kan niet ongedaan/)).toBeVisible();
  await decision.getByRole('textbox', { name: 'Toelichting op uw besluit' }).fill('gezien en akkoord');
  for (const look of LOOKS) await expectAccessible(other, 'the decision', look);
  await other.setViewportSize({ width: 1280, height: 800 });
  await decision.getByRole('button', { name: 'Goedkeuren en vervangen' }).click();
  await expect(other.getByText('Voltooid').first()).toBeVisible();

  const texts = await textsOf(tag);
  expect(texts).not.toContain(BSN);
  expect(texts).toContain('[BSN-1]');
  expect(texts).toContain(IBAN);
  const versions = await query<{ count: number }>(
    `select count(*)::int from definition_versions v join definitions d on d.id = v.definition_id
     where d.term like '%' || $1 and v.snapshot::text like '%' || $2 || '%'`,
    [tag, BSN],
  );
  expect(versions).toEqual([{ count: 0 }]);
});

test('an organisation lists its own terms', async ({ signInAs }) => {
  const lead = await signInAs('lead', { at: '/rules' });
  await lead.getByRole('link', { name: 'Eigen termen om te anonimiseren' }).click();
  await expect(lead.getByText('Alleen een beheerder kan deze lijst wijzigen.')).toBeVisible();
  const page = await signInAs('admin', { at: '/rules/redaction' });
  const term = uniqueTag('havik');
  const list = page.getByRole('textbox', { name: /Termen/ });
  await list.fill(`Zilvermeeuw\n${term}`);
  for (const look of LOOKS) await expectAccessible(page, 'the own terms', look);
  await expectNoSideways(page, 'the own terms', 390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Termen bewaard')).toBeVisible();
  await page.reload();
  await expect(list).toHaveValue(`Zilvermeeuw\n${term}`);
  await list.fill('');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByRole('region', { name: 'Geen termen' })).toBeVisible();
});

/** Three definitions with a number of somebody, one of them with an account number too. */
async function haveWith(tag: string): Promise<void> {
  const files = taggedFiles({ tag, count: 3 }).map((file, index) =>
    changed(file, (content) => ({
      ...content,
      status: 'draft',
      explanation: `Verdachte met BSN ${BSN}${index === 0 ? `, rekening ${IBAN}` : ''}; zie artikel 27 Sv.`,
    })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
}

async function textsOf(tag: string): Promise<string> {
  const { items } = await get(caller, `/api/v1/definitions?q=${tag}`, definitionPageSchema);
  const rows = await query<{ text: string }>(
    "select concat_ws(E'\\n', definition, explanation) as text from definitions where id = any($1::uuid[])",
    [items.map(({ id }) => id)],
  );
  return rows.map(({ text }) => text).join('\n');
}
