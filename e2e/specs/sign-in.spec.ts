import { query } from '#e2e/support/database.ts';
import { newPerson } from '#e2e/support/people.ts';
import { demoUser, PRODUCT } from '#e2e/support/product.ts';
import { expect, pressRole, test, typePassword } from '#e2e/support/test.ts';

/** Nobody comes in without a password, and nobody does more than their role permits. */

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

test('a wrong password is refused, the right one lets in', async ({ page }) => {
  const { email, password } = demoUser('lead');
  await page.goto('/sign-in');
  await typePassword(page, email, 'niet-het-wachtwoord');
  const alert = page.getByRole('alert').filter({ hasText: 'Aanmelden is niet gelukt' });
  await expect(alert).toContainText('Het e-mailadres of het wachtwoord klopt niet.');
  await expect(page.getByLabel('E-mailadres')).toHaveValue(email);

  await typePassword(page, email, password);
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible();
  await page.getByRole('button', { name: /Uw account/ }).click();
  await page.getByRole('menuitem', { name: 'Afmelden' }).click();
  await expect(page.getByText('U bent afgemeld.')).toBeVisible();
  await page.goto('/definitions');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdefinitions/);
});

test('what is missing is said at the field, before anything is sent', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
  await expect(page.getByText('Vul uw e-mailadres in.')).toBeVisible();
  await expect(page.getByText('Vul uw wachtwoord in.')).toBeVisible();
  await expect(page.getByLabel('E-mailadres')).toBeFocused();
});

test('pages and API are closed without a session, and afterwards one is where one wanted to be', async ({ page }) => {
  for (const path of ['me', 'definitions', 'batches', 'audit-entries', `jobs/${UNKNOWN}`, `artifacts/${UNKNOWN}`]) {
    const answer = await page.request.get(`/api/v1/${path}`);
    expect(answer.status(), path).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'not_signed_in', status: 401 });
  }
  const sending = { data: { email: 'nieuw@demo.lexport.example', password: 'een-lang-wachtwoord', name: 'Nieuw' } };
  for (const path of [
    'sign-up/email',
    'sign-in/social',
    'request-password-reset',
    'admin/create-user',
    'update-user',
  ]) {
    expect((await page.request.post(`/api/auth/${path}`, sending)).status(), path).toBe(404);
  }
  await page.goto('/definitions?q=reclasseringstoezicht');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole('button', { name: /^Aanmelden als Teamleider/ }).click();
  await expect(page).toHaveURL(`${PRODUCT.url}/definitions?q=reclasseringstoezicht`);
  await expect(page.getByRole('rowheader', { name: 'reclasseringstoezicht', exact: true })).toBeVisible();
});

test('a viewer reads, is offered nothing else, and is refused by the API', async ({ signInAs }) => {
  const page = await signInAs('viewer');
  const links = page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByRole('link');
  await expect(links).toHaveText(['Overzicht', 'Definities', 'Batches', 'Planning', 'Regels', 'Herkomst']);

  await page.goto('/definitions?q=reclasseringstoezicht');
  await page.getByRole('button', { name: 'reclasseringstoezicht', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'reclasseringstoezicht' });
  await panel.getByRole('link', { name: 'Hele pagina' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'reclasseringstoezicht', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wijzigen' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Definities' }).first().click();
  await expect(page.getByRole('table', { name: 'Definities' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);

  await page.goto('/import');
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bestand kiezen' })).toHaveCount(0);
  await page.goto('/audit');
  await expect(page.getByText('Deze pagina hoort niet bij uw rol')).toBeVisible();

  const [definition] = await query<{ id: string; version: number }>('select id, version from definitions limit 1');
  const { request } = page;
  const key = { 'Idempotency-Key': 'viewer' };
  const selection = { ids: [definition?.id] };
  const refused = [
    await request.post('/api/v1/uploads', { data: Buffer.from('{}'), headers: { 'X-File-Name': 'x.json' } }),
    await request.post('/api/v1/batches', { data: { jobs: [{ operation: 'export', selection }] }, headers: key }),
    await request.patch(`/api/v1/definitions/${definition?.id}`, {
      data: { term: 'anders', reason: 'mag niet' },
      headers: { 'If-Match': `"${definition?.version}"` },
    }),
    await request.get('/api/v1/audit-entries'),
  ];
  for (const answer of refused) {
    expect(answer.status(), answer.url()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'not_allowed' });
  }
  const entries = await query<{ count: number }>(
    `select count(*)::int from audit_entries where action = 'access.refused' and actor_name = $1`,
    [demoUser('viewer').name],
  );
  expect(entries[0]?.count).toBeGreaterThanOrEqual(refused.length);
});

test('five wrong passwords lock the account, for the right one too', async ({ page }) => {
  const { name, email, password } = await newPerson('viewer');
  await page.goto('/sign-in');
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const answer = page.waitForResponse('**/api/auth/sign-in/email');
    await typePassword(page, email, `gok-nummer-${attempt}`);
    expect((await answer).status()).toBe(401);
  }
  await typePassword(page, email, password);
  const alert = page.getByRole('alert').filter({ hasText: 'Aanmelden is niet gelukt' });
  await expect(alert).toContainText(/tijdelijk geblokkeerd\. Probeer het over 1[45] minuten opnieuw/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  const locked = await query(
    `select actor_name from audit_entries where action = 'session.locked' and details ->> 'email' = $1`,
    [email],
  );
  expect(locked).toEqual([{ actor_name: name }]);
  await pressRole(page, 'auditor');
});
