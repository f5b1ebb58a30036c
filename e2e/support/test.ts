import {
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { newCaller } from './api.ts';
import { newSession, ourPerson, type Person } from './people.ts';
import { PRODUCT, type Role } from './product.ts';

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

export type PageOptions = BrowserContextOptions & {
  /** The page to open; the overview unless given. */
  at?: string;
  /** The language of the pages; Dutch unless given. */
  language?: 'nl' | 'en';
  /** A session that no other test has: for a test that ends it. */
  ownSession?: boolean;
  /** Somebody else than our person of this role. */
  person?: Person;
};

export type Fixtures = {
  /** A browser of one's own, signed in as our person of this role without the sign-in page, at the page that is asked for. */
  signInAs: (role: Role, options?: PageOptions) => Promise<Page>;
};

export type WorkerFixtures = {
  /** The API as our person of this role: the same one as in the browser. */
  callAs: (role: Role) => Promise<APIRequestContext>;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  signInAs: async ({ browser }, use) => {
    const problems: string[] = [];
    await use(async (role, { at = '/', language = 'nl', ownSession = false, person: other, ...options } = {}) => {
      const person = other ?? (await ourPerson(role));
      const storageState = ownSession ? await newSession(person) : person.session;
      const context = await browser.newContext({ ...options, storageState });
      context.on('weberror', (error) => problems.push(String(error.error())));
      context.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(message.text());
      });
      await context.addInitScript(tellViolations);
      await speak(context, language);
      const page = await context.newPage();
      await page.goto(at);
      return page;
    });
    for (const context of browser.contexts()) await context.close();
    expect(problems, 'errors in the console of the browser').toEqual([]);
  },
  callAs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const callers = new Map<Role, Promise<APIRequestContext>>();
      await use((role) => {
        const caller = callers.get(role) ?? newCaller(role);
        callers.set(role, caller);
        return caller;
      });
      for (const caller of callers.values()) await (await caller).dispose();
    },
    { scope: 'worker' },
  ],
});

/** What the policy of a page kept out is an error in the console, also where the browser itself would say nothing. */
function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`The policy of the page kept out: ${effectiveDirective} ${blockedURI} ${sourceFile}`),
  );
}

/** As the menu for the language does it. */
export function speak(context: BrowserContext, language: 'nl' | 'en'): Promise<void> {
  return context.addCookies([{ name: 'lexport-locale', value: language, url: PRODUCT.url }]);
}

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
