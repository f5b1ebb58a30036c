import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import { askThread } from './thread.ts';

const BEHAVIOUR = `
  const { parentPort } = require('node:worker_threads');
  let asked = 0;
  parentPort.on('message', ({ number, say }) => {
    asked++;
    if (say === 'leave') process.exit(3);
    if (say === 'break') throw new Error('broken');
    if (say === 'refuse') parentPort.postMessage({ number, error: new RangeError('no') });
    if (say.startsWith('echo')) parentPort.postMessage({ number, answer: say + ' ' + asked });
  });`;

function parrot(idleMs = 60_000) {
  let started = 0;
  let ended = 0;
  const ask = askThread<{ say: string }, string>(() => {
    started++;
    return new Worker(BEHAVIOUR, { eval: true }).once('exit', () => ended++);
  }, idleMs);
  return { say: (say: string) => ask({ say }, []), started: () => started, ended: () => ended };
}

it('starts with the first question, and is the same for the next', async () => {
  const { say, started } = parrot();
  expect(started()).toBe(0);
  expect(await Promise.all([say('echo a'), say('echo b')])).toEqual(['echo a 1', 'echo b 2']);
  expect(await say('echo c')).toBe('echo c 3');
  expect(started()).toBe(1);
});

it('may refuse one question and answer the next', async () => {
  const { say } = parrot();
  await expect(say('refuse')).rejects.toThrow(new RangeError('no'));
  expect(await say('echo a')).toBe('echo a 2');
});

it.each([
  ['leave', 'A thread ended with code 3.'],
  ['break', 'broken'],
])('fails everything it was asked when it breaks (%s), and another answers from then on', async (how, message) => {
  const { say, started } = parrot();
  const lost = await Promise.allSettled([say('silence'), say(how), say('echo a')]);
  for (const one of lost) expect(one).toMatchObject({ status: 'rejected', reason: { message } });
  expect(await say('echo b')).toBe('echo b 1');
  expect(started()).toBe(2);
});

it('is ended when nobody asks it for a while, and another answers whoever asks then', async () => {
  const { say, started, ended } = parrot(20);
  expect(await say('echo a')).toBe('echo a 1');
  await eventually(() => expect(ended()).toBe(1));
  expect(await say('echo b')).toBe('echo b 1');
  expect(started()).toBe(2);
});

it('is not ended while somebody waits for an answer', async () => {
  const { say, started } = parrot(0);
  expect(await Promise.all([say('echo a'), say('echo b')])).toEqual(['echo a 1', 'echo b 2']);
  expect(started()).toBe(1);
});
