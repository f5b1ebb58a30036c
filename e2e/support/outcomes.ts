import { expect, type Page } from '@playwright/test';

/** The table of outcomes of a report, as it stands on the page: a number per outcome, and the `total` of its last row. */
export async function readOutcomes(page: Page): Promise<Record<string, number> & { total: number }> {
  const table = page.getByRole('table', { name: 'Uitkomst' });
  await expect(table).toBeVisible();
  const rows = await table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .all();
  const outcomes: Record<string, number> & { total: number } = { total: 0 };
  for (const row of rows) {
    const name = (await row.getByRole('rowheader').textContent())?.trim() ?? '';
    const count = Number((await row.getByRole('cell').first().textContent())?.replaceAll('.', ''));
    outcomes[name === 'Totaal' ? 'total' : name] = count;
  }
  return outcomes;
}
