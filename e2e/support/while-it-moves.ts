import { expect, test } from '@playwright/test';

const STANDS_STILL_AFTER_MS = 60_000;
const LOOK_EVERY_MS = [100, 250, 500];

type Watching<T> = {
  /** What is waited for, for who reads why it failed. */
  what: string;
  look: () => Promise<T>;
  until: (seen: T) => boolean;
};

/**
 * Looks until what is seen is what is wanted, and answers it. No machine is too slow for that as long as what is seen keeps
 * changing; it fails when that stands still for a minute.
 */
export async function whileItMoves<T>({ what, look, until }: Watching<T>): Promise<T> {
  return test.step(`until ${what}`, async () => {
    let last: { seen: T; text: string } | undefined;
    let since = Date.now();
    await expect
      .poll(
        async () => {
          const seen = await look();
          const text = JSON.stringify(seen);
          if (text !== last?.text) since = Date.now();
          last = { seen, text };
          if (until(seen)) return 'there';
          return Date.now() - since > STANDS_STILL_AFTER_MS ? 'stands still' : 'not yet';
        },
        // The limit is the one above, and that of the test.
        { timeout: 0, intervals: LOOK_EVERY_MS },
      )
      .not.toBe('not yet');
    const { seen, text } = last as NonNullable<typeof last>;
    expect(until(seen), `${what}; for a minute there was no more than ${text}`).toBe(true);
    return seen;
  });
}
