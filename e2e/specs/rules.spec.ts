import type { APIRequestContext, Page } from '@playwright/test';
import { definitionPageSchema } from '#contract/definitions.ts';
import { ruleSettingsSchema } from '#contract/rule-settings.ts';
import { get, have } from '#e2e/support/api.ts';
import { changed, taggedFiles, zipOf } from '#e2e/support/archives.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { expect, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';

/** By which rules definitions are checked: while somebody types, and as the organisation wants it. */

let caller: APIRequestContext;
test.beforeAll(async ({ callAs }) => {
  caller = await callAs('lead');
});

const LOOKS = (['light', 'dark'] as const).flatMap((theme) => [390, 1280].map((width) => ({ theme, width })));

test('what is typed is checked at once: score, marked words and advice', async ({ signInAs }) => {
  const id = await oneDefinition('toetsproef');
  const page = await signInAs('editor', { at: `/definitions/${id}?edit=true` });
  const check = page.getByRole('region', { name: 'Toetsing' });
  await expect(check.getByText('Score 100 van 100')).toBeAttached();

  const text = page.getByLabel('Definitie', { exact: true });
  await text.fill('straf die een rechter oplegt aan een verdachte en die vervalt indien de veroordeelde overlijdt');
  const findings = check.getByRole('list', { name: 'Bevindingen bij wat u typt' });
  await expect(findings.getByRole('listitem').filter({ hasText: 'INT-02' })).toContainText('een voorwaarde of norm');
  await expect(check.locator('mark', { hasText: 'indien' })).toBeVisible();
  await expect(check.getByText('Score 100 van 100')).toBeHidden();
  await expect(page.locator('[data-live-region]')).toContainText(/Score \d+ van 100/);

  await check.getByRole('button', { name: 'Toon in de tekst wat INT-02 vond' }).click();
  await expect(text).toBeFocused();
  expect(await selected(page)).toBe('indien');

  await check.getByText('Zelf te beoordelen').click();
  await expect(check.getByText(/Komen twee deskundigen/)).toBeVisible();
  for (const look of LOOKS) await expectAccessible(page, 'the form with findings', look);
  await expectNoSideways(page, 'the form with findings', 390);

  await text.fill('straf die een rechter bij vonnis aan een verdachte oplegt voor een strafbaar feit');
  await expect(findings).toBeHidden();
});

test('the rules page explains every rule, and switches one for the whole organisation', async ({ signInAs }) => {
  const page = await signInAs('lead', { at: '/rules' });
  await expect(page.getByRole('link', { name: 'Regels' })).toHaveAttribute('aria-current', 'page');
  for (const name of ['Taal', 'Juridische inhoud', 'Structuur', 'Samenhang'])
    await expect(page.getByRole('region', { name })).toBeVisible();
  const rule = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /LANG-INF-001/ }) });
  await expect(rule).toContainText('enzo');
  for (const look of LOOKS) await expectAccessible(page, 'the rules page', look);
  await expectNoSideways(page, 'the rules page', 390);
  await page.setViewportSize({ width: 1280, height: 800 });

  const [before] = await versions();
  await rule.getByRole('button', { name: /Hoe telt/ }).click();
  await page.getByRole('option', { name: 'Uit' }).click();
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Instellingen bewaard')).toBeVisible();
  expect((await versions())[0]?.version).toBe((before?.version ?? 0) + 1);
  await page.reload();
  await expect(rule.getByRole('button', { name: /Hoe telt/ })).toContainText('Uit');

  // As it was: other tests share the organisation.
  await rule.getByRole('button', { name: /Hoe telt/ }).click();
  await page.getByRole('option', { name: 'Alleen een opmerking (volgens profiel)' }).click();
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByRole('button', { name: 'Bewaren' })).toBeHidden();
});

test('settings that somebody else saved first are shown, and one goes on with what one changed', async ({
  signInAs,
}) => {
  const page = await signInAs('lead', { at: '/rules' });
  const mine = page.getByRole('button', { name: /Hoe telt “Geen informele taal”/ });
  await mine.click();
  await page.getByRole('option', { name: 'Uit' }).click();
  const words = page.getByLabel('Bekende afkortingen (INT-07)');
  await words.fill('QXZ');

  const settings = await get(caller, '/api/v1/rule-settings', ruleSettingsSchema);
  const put = async (change: object) => {
    const now = await get(caller, '/api/v1/rule-settings', ruleSettingsSchema);
    const { ruleSetVersion: _, changedAt: __, changedBy: ___, ...rest } = { ...now, ...change, version: now.version };
    await expect(await caller.put('/api/v1/rule-settings', { data: rest })).toBeOK();
  };
  await put({ modes: { ...settings.modes, 'ARAI-04': 'off' }, abbreviations: ['ZXQ'] });

  await page.getByRole('button', { name: 'Bewaren' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Intussen gewijzigd door iemand anders' });
  await expect(conflict).toContainText('ARAI-04');
  await expect(conflict.getByRole('insertion').filter({ hasText: 'ZXQ' })).toBeVisible();
  await expect(words).toHaveValue('QXZ');
  for (const look of LOOKS) await expectAccessible(page, 'settings in conflict', look);
  await expectNoSideways(page, 'settings in conflict', 390);
  await page.setViewportSize({ width: 1280, height: 800 });

  await conflict.getByRole('button', { name: /mijn wijzigingen houden/ }).click();
  await expect(conflict).toBeHidden();
  await expect(words).toHaveValue('ZXQ\nQXZ');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Instellingen bewaard')).toBeVisible();
  expect(await get(caller, '/api/v1/rule-settings', ruleSettingsSchema)).toMatchObject({
    modes: { ...settings.modes, 'ARAI-04': 'off', 'LANG-INF-001': 'off' },
    abbreviations: ['ZXQ', 'QXZ'],
  });
  // As it was: other tests share the organisation.
  await put({ modes: settings.modes, abbreviations: settings.abbreviations });
});

test('what no rule decides is answered on the page of a definition, and stays in sight with a new version', async ({
  signInAs,
}) => {
  const id = await oneDefinition('zelf te beoordelen');
  const page = await signInAs('editor', { at: `/definitions/${id}?tab=findings` });
  const question = page.getByRole('listitem').filter({ hasText: 'ESS-04' });
  await question.getByRole('button', { name: 'Nee' }).click();
  await expect(question.getByRole('button', { name: 'Nee' })).toHaveAttribute('aria-pressed', 'true');
  await question.getByRole('button', { name: 'Opmerking toevoegen' }).click();
  await question.getByLabel('Opmerking bij uw antwoord').fill('“Vonnis” is niet afgebakend.');
  await question.getByRole('button', { name: 'Opmerking bewaren' }).click();
  await expect(question.getByText('“Vonnis” is niet afgebakend.')).toBeVisible();
  await expect(page.getByText('1 van 5 beantwoord bij deze versie.')).toBeVisible();
  for (const look of LOOKS) await expectAccessible(page, 'the questions of a definition', look);
  await expectNoSideways(page, 'the questions of a definition', 390);
  await page.setViewportSize({ width: 1280, height: 800 });

  const edited = await caller.patch(`/api/v1/definitions/${id}`, {
    data: { explanation: 'Anders.', reason: 'proef' },
    headers: { 'If-Match': '*' },
  });
  await expect(edited).toBeOK();
  await question.getByRole('button', { name: 'Ja' }).click();
  await expect(question.getByRole('alert')).toContainText('nieuwe versie');
  await question.getByRole('button', { name: 'Nieuwe versie lezen' }).click();
  await expect(question).toContainText('Bij versie 1:');
  await expect(page.getByText('0 van 5 beantwoord bij deze versie.')).toBeVisible();
  await question.getByRole('button', { name: 'Ja' }).click();
  await expect(question.getByText('1 eerder antwoord')).toBeVisible();

  const reader = await signInAs('viewer', { at: `/definitions/${id}?tab=findings` });
  await expect(reader.getByRole('listitem').filter({ hasText: 'ESS-03' })).toContainText('Nog niet beantwoord');
  await expect(reader.getByRole('button', { name: 'Ja' })).toHaveCount(0);
});

test('who may not change the rules reads them', async ({ signInAs }) => {
  const page = await signInAs('viewer', { at: '/rules' });
  await expect(page.getByRole('heading', { name: /INT-02/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Hoe telt/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Alles opnieuw controleren' })).toHaveCount(0);
});

async function oneDefinition(name: string): Promise<string> {
  const tag = uniqueTag(name);
  const files = taggedFiles({ tag, count: 1 }).map((file) =>
    changed(file, (content) => ({
      ...content,
      status: 'draft',
      category: 'type',
      definition: 'straf die een rechter bij vonnis aan een verdachte oplegt voor een strafbaar feit',
      legalBasis: ['art. 9 Sr'],
      synonyms: [],
      preferredTerm: null,
    })),
  );
  await have(caller, `${tag}.zip`, await zipOf(files));
  const { items } = await get(caller, `/api/v1/definitions?q=${tag}`, definitionPageSchema);
  return items[0]?.id as string;
}

function selected(page: Page): Promise<string> {
  return page.getByLabel('Definitie', { exact: true }).evaluate((field) => {
    const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });
}

function versions(): Promise<{ version: number }[]> {
  return query<{ version: number }>('select version from rule_settings order by version desc limit 1', []);
}
