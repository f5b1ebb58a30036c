import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { ByteTape } from './byte-tape.ts';

const RUNS = Array.from({ length: 50 }, (_, run) => Uint8Array.from({ length: run * 7 }, (_, at) => at * run));

const bytesOf = async (tape: ByteTape) => (await Array.fromAsync(tape.runs())).map((run) => [...run]);

it.each([0, 1_000, Number.POSITIVE_INFINITY])(
  'gives everything back, as often as one asks, with %s bytes in memory',
  async (most) => {
    await using tape = new ByteTape(most);
    for (const run of RUNS) await tape.add(run);
    expect(await bytesOf(tape)).toEqual(RUNS.map((run) => [...run]));
    expect(await bytesOf(tape)).toEqual(RUNS.map((run) => [...run]));
  },
);

it('leaves no file where others could find it', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('lexport-'));
  await using tape = new ByteTape(0);
  await tape.add(Uint8Array.of(1, 2, 3));
  const names = readdirSync(tmpdir()).filter((name) => /^lexport-[0-9a-f]{8}-/.test(name));
  expect(names.filter((name) => !before.includes(name))).toEqual([]);
});

it.each([0, 1_000])('takes nothing more once it is closed, with %s bytes in memory', async (most) => {
  const tape = new ByteTape(most);
  await tape.add(Uint8Array.of(1));
  await tape[Symbol.asyncDispose]();
  await tape[Symbol.asyncDispose]();
  await expect(tape.add(Uint8Array.of(1))).rejects.toThrow();
});
