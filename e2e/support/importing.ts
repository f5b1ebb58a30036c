import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, tick } from './test.ts';
import { whileItMoves } from './while-it-moves.ts';

type NamedFile = { name: string; bytes: Buffer | string };

/** Goes to the import page by the navigation and chooses a file there. */
export async function chooseFile(page: Page, { name, bytes }: NamedFile): Promise<void> {
  await goTo(page, 'Importeren');
  await giveFile(page, { name, bytes });
}

/** Chooses a file on the import page (`signInAs(role, { at: '/import' })`), as a person does with the button. */
export async function giveFile(page: Page, { name, bytes }: NamedFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bestand kiezen' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** Chooses a whole folder on the import page. */
export async function giveFolder(page: Page, folder: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Map kiezen' }).click();
  await (await chooser).setFiles(folder);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:Uploaden en controleren|Controleren)$/ }).click();
}

/** Without a look at the plan: straight from the check to the work. */
export async function skipPlan(page: Page): Promise<void> {
  await tick(page.getByRole('checkbox', { name: /^Eerst de voorvertoning laten zien/ }));
}

/** From the progress window to the plan, once it is there. */
export async function toPlan(page: Page): Promise<void> {
  const window = page.getByRole('dialog');
  const link = window.getByRole('link', { name: 'Voorvertoning bekijken' });
  await shows(window, link);
  await link.click();
  await expect(page.getByRole('tab', { name: 'Voorvertoning', selected: true })).toBeVisible();
  await expect(page.getByRole('option').first()).toBeVisible();
}

/** Waits until these are the counts over the plan: `{ Nieuw: 12, ... }`. */
export function expectPlan(page: Page, counts: Record<string, number>): Promise<void> {
  return expect.poll(() => planCounts(page), 'counts over the plan').toEqual(counts);
}

async function planCounts(page: Page): Promise<Record<string, number>> {
  const chips = await page.getByRole('group', { name: 'Toon alleen' }).getByRole('button').allTextContents();
  return Object.fromEntries(
    chips.map((text) => {
      const [, name = '', count = ''] = /^(.*?)\s*([\d.]+)$/.exec(text) ?? [];
      return [name, Number(count.replaceAll('.', ''))];
    }),
  );
}

export function planChip(page: Page, decision: string): Locator {
  return page.getByRole('group', { name: 'Toon alleen' }).getByRole('button', { name: new RegExp(`^${decision}`) });
}

/** Says yes to the plan; the progress window comes by itself. */
export async function confirmPlan(page: Page): Promise<void> {
  await decisionBar(page)
    .getByRole('button', { name: /^Bevestigen/ })
    .click();
}

export function decisionBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Beslissen' });
}

export function progressWindow(page: Page): Locator {
  return page.getByRole('dialog', { name: /definities? (importeren|exporteren)/i });
}

/** Waits until the job in the progress window has ended in this state, such as "Voltooid". */
export async function ended(page: Page, status: string): Promise<void> {
  const window = progressWindow(page);
  await shows(window, window.getByRole('button', { name: 'Volledig rapport' }));
  await expect(window.getByText(status, { exact: true })).toBeVisible();
}

/** Waits until the window of a job shows this, as long as the job moves. */
async function shows(window: Locator, wanted: Locator): Promise<void> {
  await whileItMoves({
    what: `the window shows ${wanted}`,
    look: async () => ({
      there: await wanted.isVisible(),
      phases: await window.getByRole('listitem').allTextContents(),
      // Not the whole text: the clock in it moves by itself.
      bar: await window.getByRole('progressbar').evaluateAll((bars) => bars.map((bar) => bar.ariaValueText)),
    }),
    until: ({ there }) => there,
  });
}
