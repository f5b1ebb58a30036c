import { describe, expect, it } from 'vitest';
import { causesOf, createLog } from './log.ts';

function linesOf(logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent') {
  const lines: string[] = [];
  const log = createLog({ logLevel }, 'processor', (line) => lines.push(line));
  return { log, lines: () => lines.map((line) => JSON.parse(line)) };
}

describe('the log', () => {
  it('writes one line of JSON with moment, level, process and job', () => {
    const { log, lines } = linesOf('info');
    log('A job was taken', { jobId: 'j' }, 'info');
    expect(lines()).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        level: 'info',
        process: 'processor',
        pid: process.pid,
        message: 'A job was taken',
        jobId: 'j',
      },
    ]);
  });

  it.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('of level %s tells %j', (level, told) => {
    const { log, lines } = linesOf(level);
    for (const one of ['debug', 'info', 'warn', 'error'] as const) log(one, {}, one);
    expect(lines().map((line) => line.level)).toEqual(told);
  });

  it('takes a line without a level for a warning', () => {
    const { log, lines } = linesOf('warn');
    log('Something');
    expect(lines()).toMatchObject([{ level: 'warn' }]);
  });

  it('tells what an error was caused by', () => {
    const error = new Error('outer', { cause: new Error('inner') });
    expect(causesOf(error).map((text) => text.split('\n')[0])).toEqual(['Error: outer', 'Error: inner']);
    expect(causesOf('words')).toEqual(['words']);
  });
});
