import { expect, type Locator, type Page } from '@playwright/test';

/** Ticks all rows of the page and begins an action of the bulk bar, wherever it stands there; answers its dialog. */
export async function act(page: Page, action: string, title: string): Promise<Locator> {
  await page.getByRole('checkbox', { name: 'Selecteer alle rijen op deze pagina' }).check();
  const bar = page.getByRole('region', { name: 'Bewerkingen op de selectie' });
  await expect(bar).toBeVisible();
  const button = bar.getByRole('button', { name: action, exact: true });
  if (await button.isVisible()) await button.click();
  else {
    await bar.getByRole('button', { name: 'Meer' }).filter({ visible: true }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  }
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  return dialog;
}
