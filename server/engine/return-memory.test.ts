import { execFileSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { loadConfig } from '#server/config.ts';
import { PROCESSOR_FLAGS } from '#server/start/processor-command.ts';
import { startReturningMemory } from './return-memory.ts';

const MB = 1024 * 1024;
const config = loadConfig({
  DATABASE_URL: 'postgres://localhost/x',
  AUTH_SECRET: 'x'.repeat(32),
  PROCESSOR_MEMORY_MB: '500',
});

/** What a processor has each time it looks, in megabytes, and what is left each time it asks; answers before which looks it asked. */
async function asked(looks: readonly number[], left: readonly number[], restMs = 0): Promise<number[]> {
  const at: number[] = [];
  let looked = 0;
  let afterwards = false;
  const memoryUsed = () => {
    if (afterwards) {
      afterwards = false;
      return (left[at.length - 1] ?? 0) * MB;
    }
    return (looks[looked++] ?? 0) * MB;
  };
  const collect = () => {
    at.push(looked - 1);
    afterwards = true;
  };
  const stop = startReturningMemory({ memoryUsed, config }, { everyMs: 1, restMs, collect });
  await vi.waitFor(() => expect(looked).toBeGreaterThan(looks.length));
  stop();
  return at;
}

it('a processor gives memory back when it has nearly half of what it may have', async () => {
  expect(await asked([100, 224, 226], [150])).toEqual([2]);
});

it('it asks again only when there is more than it was left with: what is in use stays', async () => {
  expect(await asked([300, 300, 310, 325], [290, 295])).toEqual([0, 3]);
});

it('it forgets what was in use once that is gone', async () => {
  expect(await asked([400, 410, 200, 260], [390, 180])).toEqual([0, 3]);
});

it('it does not ask again at once, however much there is: it would do nothing else', async () => {
  expect(await asked([300, 330, 360, 390], [299], 60_000)).toEqual([0]);
});

it('a processor is started so that it can ask', () => {
  const told = execFileSync(process.execPath, [...PROCESSOR_FLAGS, '-p', 'typeof gc'], { encoding: 'utf8' });
  expect(told.trim()).toBe('function');
});
