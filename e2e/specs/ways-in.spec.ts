import { codeOf } from '#e2e/support/authenticator.ts';
import { expectAccessible, expectNoSideways } from '#e2e/support/axe.ts';
import { newPerson, newSession } from '#e2e/support/people.ts';
import { PRODUCT } from '#e2e/support/product.ts';
import { expect, test, tick, typePassword } from '#e2e/support/test.ts';

/** How one gets in: a second factor, sessions one can end, and keys for programs. */

test('a second factor is set up, asked for at the door, and is turned off again', async ({ browser, signInAs }) => {
  const person = await newPerson('editor');
  const page = await signInAs('editor', { at: '/', person });
  await page.getByRole('button', { name: /Uw account/ }).click();
  await page.getByRole('menuitem', { name: 'Account en beveiliging' }).click();
  await page.getByRole('button', { name: 'Tweede factor instellen' }).click();
  const ask = page.getByRole('dialog', { name: 'Tweede factor instellen' });
  await ask.getByLabel('Uw wachtwoord').fill('niet-het-wachtwoord');
  await ask.getByRole('button', { name: 'Verder' }).click();
  await expect(ask.getByRole('alert')).toContainText('Dit is niet uw wachtwoord.');
  await ask.getByLabel('Uw wachtwoord').fill(person.password);
  await ask.getByRole('button', { name: 'Verder' }).click();
  const scan = page.getByRole('dialog', { name: 'Koppel uw app' });
  await expect(scan.getByRole('img', { name: 'QR-code voor uw app' })).toBeVisible();
  await expectAccessible(page, 'scan', { theme: 'light', width: 1280 });
  await expectAccessible(page, 'scan', { theme: 'dark', width: 390 });
  const secret = (await scan.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await scan.getByLabel('Code van uw app').fill(codeOf(secret));
  await scan.getByRole('button', { name: 'Aanzetten' }).click();
  const kept = page.getByRole('alertdialog', { name: 'Uw herstelcodes' });
  const [backupCode = ''] = (await kept.getByLabel('Herstelcodes').inputValue()).split('\n');
  await kept.getByRole('button', { name: 'Ik heb het bewaard' }).click();
  await expect(page.getByRole('region', { name: 'Tweede factor' })).toContainText('Aan');

  const context = await browser.newContext({ baseURL: PRODUCT.url, locale: 'nl-NL' });
  const door = await context.newPage();
  await door.goto('/sign-in?next=%2Faccount');
  await typePassword(door, person.email, person.password);
  await expect(door.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible();
  await expectAccessible(door, 'second step', { theme: 'light', width: 390 });
  await door.getByLabel('Code').fill('000000');
  await door.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(door.getByRole('alert').filter({ hasText: 'Code klopt niet' })).toBeVisible();
  await door.getByRole('button', { name: 'Ik heb mijn app niet bij de hand' }).click();
  await door.getByLabel('Herstelcode').fill(backupCode);
  await door.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(door.getByRole('heading', { level: 1, name: 'Account en beveiliging' })).toBeVisible();

  await page.getByRole('button', { name: 'Uitzetten' }).click();
  const off = page.getByRole('dialog', { name: 'Tweede factor uitzetten?' });
  await off.getByLabel('Uw wachtwoord').fill(person.password);
  await off.getByRole('button', { name: 'Uitzetten' }).click();
  await expect(page.getByRole('button', { name: 'Tweede factor instellen' })).toBeVisible();
});

test('a password is changed, which ends the other sessions and not this one', async ({ browser, signInAs }) => {
  const person = await newPerson('viewer');
  const elsewhere = await browser.newContext({ baseURL: PRODUCT.url, storageState: await newSession(person) });
  const page = await signInAs('viewer', { at: '/account', person });
  await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
  const form = page.getByRole('dialog', { name: 'Wachtwoord wijzigen' });
  await form.getByLabel('Huidig wachtwoord').fill('niet-het-wachtwoord');
  await form.getByLabel('Nieuw wachtwoord', { exact: true }).fill('te kort');
  await form.getByRole('button', { name: 'Wijzigen' }).click();
  await expect(form.getByText('Gebruik minstens 12 tekens.')).toBeVisible();
  await form.getByLabel('Nieuw wachtwoord', { exact: true }).fill('paard batterij nietje');
  await form.getByLabel('Nieuw wachtwoord nogmaals').fill('paard batterij lijm');
  await expect(form.getByText('Dit is niet hetzelfde als hierboven.')).toBeVisible();
  await expectAccessible(page, 'password form', { theme: 'light', width: 1280 });
  await expectAccessible(page, 'password form', { theme: 'dark', width: 390 });
  await form.getByLabel('Nieuw wachtwoord nogmaals').fill('paard batterij nietje');
  await form.getByRole('button', { name: 'Wijzigen' }).click();
  await expect(form.getByRole('alert')).toContainText('Dit is niet uw wachtwoord.');
  await form.getByLabel('Huidig wachtwoord').fill(person.password);
  await form.getByRole('button', { name: 'Wijzigen' }).click();
  await expect(form).toBeHidden();
  expect((await elsewhere.request.get('/api/v1/me')).status()).toBe(401);
  await page.reload();
  await expect(page.getByText('Deze sessie')).toHaveCount(1);
  await newSession({ email: person.email, password: 'paard batterij nietje' });
});

test('a session elsewhere is ended, and a key is made, used and revoked', async ({ browser, signInAs, request }) => {
  const person = await newPerson('admin', `Proefkamer ${Date.now()}`);
  const elsewhere = await browser.newContext({ baseURL: PRODUCT.url, storageState: await newSession(person) });
  const page = await signInAs('admin', { at: '/account', person });
  const sessions = page.getByRole('table', { name: 'Sessies, de laatst gebruikte eerst' });
  // The one of this page, the one elsewhere and the one the person was made with.
  await expect(sessions.getByText('Deze sessie')).toHaveCount(1);
  await page.getByRole('button', { name: 'Alle andere beëindigen' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Beëindigen', exact: true }).click();
  await expect(sessions.getByRole('row')).toHaveCount(2);
  const answer = await elsewhere.request.get('/api/v1/me');
  expect(answer.status()).toBe(401);

  await page.getByRole('button', { name: 'API-sleutel maken' }).click();
  const form = page.getByRole('dialog', { name: 'API-sleutel maken' });
  await form.getByRole('button', { name: 'API-sleutel maken' }).click();
  await expect(form.getByText('Geef de sleutel een naam.')).toBeVisible();
  await form.getByLabel('Naam').fill('nachtwerk');
  await tick(form.getByRole('checkbox', { name: 'Definities lezen' }));
  await expectAccessible(page, 'key form', { theme: 'dark', width: 390 });
  await form.getByRole('button', { name: 'API-sleutel maken' }).click();
  const made = page.getByRole('alertdialog', { name: 'Uw nieuwe sleutel “nachtwerk”' });
  const headers = { Authorization: `Bearer ${await made.getByLabel('API-sleutel').inputValue()}` };
  await made.getByRole('button', { name: 'Ik heb het bewaard' }).click();
  expect((await request.get('/api/v1/definitions', { headers })).status()).toBe(200);
  expect((await request.get('/api/v1/batches', { headers })).status()).toBe(403);

  await expectAccessible(page, 'account', { theme: 'light', width: 1280 });
  await expectAccessible(page, 'account', { theme: 'dark', width: 390 });
  await expectNoSideways(page, 'account', 320);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/account/ways-in');
  await page.getByRole('button', { name: 'Sleutel nachtwerk intrekken' }).click();
  await expectAccessible(page, 'ways in', { theme: 'light', width: 1280 });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Intrekken' }).click();
  await expect(page.getByText('Geen API-sleutels')).toBeVisible();
  await page.getByLabel('Zoeken op naam of e-mailadres').fill('niemand heet zo');
  await expect(page.getByText('Niemand gevonden')).toBeVisible();
  await page.getByLabel('Zoeken op naam of e-mailadres').fill(person.email);
  await expect(page.getByText(person.email)).toBeVisible();
  await expectAccessible(page, 'ways in', { theme: 'dark', width: 390 });
  expect((await request.get('/api/v1/definitions', { headers })).status()).toBe(401);
  await expectNoSideways(page, 'ways in', 320);
});
