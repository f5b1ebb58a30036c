import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Locator, test } from '@playwright/test';

export type SavedFile = { name: string; bytes: Buffer };

/** Presses a link or button that downloads, and answers what came. */
export async function download(trigger: Locator): Promise<SavedFile> {
  return test.step('download', async () => {
    const coming = trigger.page().waitForEvent('download');
    await trigger.click();
    const file = await coming;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  });
}

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
