import { type BrowserContextOptions, test as base, expect, type Locator, type Page } from '@playwright/test';
import type { Role } from './product.ts';

export { expect } from '@playwright/test';

export const ROLE_NAMES: Record<Role, string> = {
  viewer: 'Lezer',
  editor: 'Bewerker',
  lead: 'Teamleider',
  auditor: 'Auditor',
  admin: 'Beheerder',
};

/** A refused or missing resource is written to the console too; that such a thing happens can be what a test is about. */
const EXPECTED = /^Failed to load resource: /;

export type Fixtures = {
  /** A browser of one's own, signed in by one press on the role in the demo. */
  signInAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  signInAs: async ({ browser }, use) => {
    const problems: string[] = [];
    await use(async (role, options) => {
      const context = await browser.newContext(options);
      context.on('weberror', (error) => problems.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(message.text());
      });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await pressRole(page, role);
      return page;
    });
    for (const context of browser.contexts()) await context.close();
    expect(problems, 'errors in the console of the browser').toEqual([]);
  },
});

/** On the sign-in page: in as this demo user, to the overview. */
export async function pressRole(page: Page, role: Role): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Aanmelden als ${ROLE_NAMES[role]}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeVisible();
}

/** On the sign-in page: in by password. */
export async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
}

/** By the main navigation, as a person goes there. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Presses a box or a radio where a person does: on its words. The control itself is hidden behind its picture. */
export async function tick(control: Locator): Promise<void> {
  await control.locator('xpath=ancestor::label[1]').click();
}
