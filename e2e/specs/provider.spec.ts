import { expectAccessible } from '#e2e/support/axe.ts';
import { query } from '#e2e/support/database.ts';
import { type SecondWeb, startSecondWeb } from '#e2e/support/second-web.ts';
import { expect, speak, test } from '#e2e/support/test.ts';
import { uniqueTag } from '#e2e/support/unique-tag.ts';
import { type Provider, startProvider } from '#server/http/testing/provider.ts';

/** Signing in with an organisation's own provider: a small one on this machine, and a web process that is set up for it. */

let provider: Provider;
let web: SecondWeb;

test.beforeAll(async () => {
  provider = await startProvider();
  const [organisation] = await query<{ name: string }>(
    `select o.name from organisations o join users u on u.organisation_id = o.id order by u.created_at limit 1`,
  );
  web = await startSecondWeb({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    OIDC_NAME: 'Justitie',
    OIDC_ROLES: 'lexport-lead=lead, lexport-admin=admin',
    OIDC_ORGANISATIONS: `om=${organisation?.name}`,
    SECOND_FACTOR_FOR: 'admin',
  });
});
test.afterAll(async () => {
  await web?.close();
  await provider?.close();
});

test('somebody the provider vouches for comes in, to the page that was asked for, and is out when the provider says so', async ({
  browser,
}) => {
  const sub = uniqueTag('gast');
  provider.claims = {
    ...{ sub, email: `${sub}@justitie.example`, email_verified: true, name: 'Gast van Justitie' },
    ...{ roles: ['lexport-lead'], organisation: 'om' },
  };
  const context = await browser.newContext({ baseURL: web.url, locale: 'nl-NL' });
  await speak(context, 'nl');
  const page = await context.newPage();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  // No demo here: nobody is offered anybody's password.
  await expect(page.getByRole('button', { name: /^Aanmelden als/ })).toHaveCount(0);
  const byProvider = page.getByRole('link', { name: 'Aanmelden met Justitie' });
  await expect(byProvider).toBeVisible();
  await expectAccessible(page, 'sign-in with a provider', { theme: 'light', width: 1280 });
  await expectAccessible(page, 'sign-in with a provider', { theme: 'dark', width: 390 });
  await byProvider.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Account en beveiliging' })).toBeVisible();
  await expect(page).toHaveURL(`${web.url}/account`);
  await expect(page.getByText('Via de aanmeldpagina van uw organisatie')).toBeVisible();
  // There is no password here to be changed, and none a second factor could come after.
  await expect(page.getByText(/uw wachtwoord wijzigt u daar/)).toBeVisible();
  await expect(page.getByText(/een tweede factor regelt u daar/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Wachtwoord wijzigen' })).toHaveCount(0);
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('session_token'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  provider.claims = { ...provider.claims, roles: [] };
  const elsewhere = await browser.newContext({ baseURL: web.url, locale: 'nl-NL' });
  await speak(elsewhere, 'nl');
  const door = await elsewhere.newPage();
  await door.goto('/sign-in?next=https%3A%2F%2Felsewhere.example');
  await door.getByRole('link', { name: 'Aanmelden met Justitie' }).click();
  await expect(door).toHaveURL(`${web.url}/sign-in?why=oidc-unknown`);
  await expect(door.getByText('U bent hier niet bekend')).toBeVisible();
  // The role was taken away there: what was open here is not open any more.
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('whoever turns back at the provider, or comes with an answer that was made up, stays outside', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: web.url, locale: 'nl-NL' });
  await speak(context, 'nl');
  const page = await context.newPage();
  provider.refuses = true;
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Aanmelden met Justitie' }).click();
  await expect(page).toHaveURL(/\/sign-in\?why=oidc-/);
  await page.goto('/api/auth/callback/oidc?code=verzonnen&state=verzonnen');
  await expect(page).toHaveURL(/\/sign-in\?why=oidc-/);
  await page.goto('/definitions');
  await expect(page).toHaveURL(/\/sign-in/);
});
