import { expect, type Page } from '@playwright/test';

/** Types these words in the search of the list, and waits until it says that it found so many: these and no others. */
export async function search(page: Page, words: string, count: number): Promise<void> {
  await page.getByRole('searchbox', { name: 'Zoeken in definities' }).fill(words);
  await found(page, count);
}

/** Waits until the list says that it holds so many; the end of a longer number is not enough. */
export async function found(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${count} definities$`) })).toBeVisible();
}
