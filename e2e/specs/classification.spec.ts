import { type APIRequestContext, expect } from '@playwright/test';
import { act } from '#e2e/support/act.ts';
import { have, newCaller } from '#e2e/support/api.ts';
import { zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { newPerson } from '#e2e/support/people.ts';
import { test, tick } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** Who may see what: how highly something is classified, with whom it is shared, and what somebody may see. */

const CLASSIFICATIONS = ['openbaar', 'intern', 'vertrouwelijk'] as const;
let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

async function haveOneOfEach(tag: string): Promise<void> {
  const files = CLASSIFICATIONS.map((classification) => ({
    name: `${classification}.json`,
    text: JSON.stringify({
      schemaVersion: 1,
      term: `${tag} ${classification}`,
      definition: `zaak die in deze proef als ${classification} is gerubriceerd`,
      category: 'type',
      classification,
      organisationalContext: ['OM'],
      legalContext: ['Strafrecht'],
      legalBasis: ['art. 27 Sv'],
    }),
  }));
  await have(caller, `${tag}.zip`, await zipOf(files));
}

test('what is shared is read elsewhere, up to what each may see, and never changed there', async ({ signInAs }) => {
  const tag = uniqueTag('deelproef');
  await haveOneOfEach(tag);
  const page = await signInAs('lead', { at: `/definitions?q=${tag}` });
  const rows = page.getByRole('table', { name: 'Definities' }).getByRole('row').filter({ hasText: tag });
  await expect(rows).toHaveCount(3);

  const filters = page.getByRole('search');
  await filters.getByRole('button', { name: /^Rubricering/ }).click();
  await tick(page.getByRole('checkbox', { name: /^Vertrouwelijk/ }));
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Vertrouwelijk');
  await tick(page.getByRole('checkbox', { name: /^Vertrouwelijk/ }));
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Escape');

  const dialog = await act(page, 'Delen…', 'Definities delen');
  await expect(dialog.getByText('3 definities', { exact: true })).toBeVisible();
  await tick(dialog.getByRole('radio', { name: /^Gedeeld met organisaties/ }));
  await dialog.getByRole('button', { name: 'Delen wijzigen' }).click();
  await expect(dialog.getByText('Kies ten minste één organisatie.')).toBeVisible();
  await expectAccessible(page, 'sharing', { theme: 'light', width: 1280 });
  await expectAccessible(page, 'sharing', { theme: 'dark', width: 390 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await tick(dialog.getByRole('radio', { name: /^Hele keten/ }));
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Afspraak in de keten');
  await dialog.getByRole('button', { name: 'Delen wijzigen' }).click();
  const progress = page.getByRole('dialog', { name: /3 definities delen/ });
  await expect(progress.getByText('Voltooid', { exact: true })).toBeVisible();

  const reader = await newPerson('editor', `Ketenproef ${tag}`);
  const theirs = await signInAs('editor', { person: reader, at: `/definitions?q=${tag}` });
  const seen = theirs.getByRole('table', { name: 'Definities' }).getByRole('row').filter({ hasText: tag });
  await expect(seen).toHaveCount(2);
  for (const row of await seen.all()) await expect(row).toContainText('Van Openbaar Ministerie');
  await expect(theirs.getByText(`${tag} vertrouwelijk`)).toHaveCount(0);
  await theirs.getByRole('button', { name: `${tag} intern`, exact: true }).click();
  const panel = theirs.getByRole('dialog', { name: `${tag} intern` });
  await expect(panel).toContainText('Hele keten');
  await expect(panel.getByRole('button', { name: 'Delen wijzigen…' })).toHaveCount(0);
  await panel.getByRole('link', { name: 'Hele pagina' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: `${tag} intern` })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Wijzigen' })).toHaveCount(0);
});

test('an administrator says what somebody may see, and from then on that is all there is', async ({ signInAs }) => {
  const tag = uniqueTag('zichtproef');
  await haveOneOfEach(tag);
  const clerk = await newPerson('viewer');
  const theirs = await newCaller('viewer', clerk);
  const terms = async () => {
    const { items, total } = await (await theirs.get(`/api/v1/definitions?q=${tag}`)).json();
    expect(total).toBe(items.length);
    return items.map(({ term }: { term: string }) => term.replace(`${tag} `, '')).sort();
  };
  expect(await terms()).toEqual(['intern', 'openbaar']);

  const page = await signInAs('admin');
  await page.getByRole('button', { name: /Uw account/ }).click();
  await page.getByRole('menuitem', { name: 'Personen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Personen' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: clerk.email });
  await expect(row).toContainText('Intern');
  await expectAccessible(page, 'people', { theme: 'light', width: 1280 });
  await expectAccessible(page, 'people', { theme: 'dark', width: 390 });
  await expectNoSideways(page, 'people', 390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await row.getByRole('button', { name: /^Wat .* mag zien wijzigen$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Wat .* mag zien$/ });
  await tick(dialog.getByRole('radio', { name: /^Openbaar/ }));
  await dialog.getByRole('button', { name: 'Wijzigen' }).click();
  await expect(dialog.getByText('Schrijf waarom u dit doet.')).toBeVisible();
  await expectAccessible(page, 'clearance', { theme: 'light', width: 1280 });
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Andere functie');
  await dialog.getByRole('button', { name: 'Wijzigen' }).click();
  // It closes when the answer is there; the row may say Openbaar for other reasons, such as where somebody works.
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Openbaar');
  expect(await terms()).toEqual(['openbaar']);
  await theirs.dispose();
});
