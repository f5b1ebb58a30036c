import { expect, type Locator, test } from '@playwright/test';

const MOST_STOPS = 60;

/** Walks with the Tab key until this has the focus, as somebody without a mouse does; fails when the way never leads there. */
export async function tabTo(target: Locator): Promise<void> {
  await test.step('by the Tab key', async () => {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await target.page().keyboard.press('Tab');
    }
    throw new Error(`${MOST_STOPS} presses of Tab did not lead to ${target}`);
  });
}

/** Goes there by the Tab key and presses Enter. */
export async function enterOn(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('Enter');
}
