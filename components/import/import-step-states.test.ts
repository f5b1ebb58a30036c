import { describe, expect, it } from 'vitest';
import { importSteps } from './import-step-states.ts';

const states = (...args: Parameters<typeof importSteps>) => importSteps(...args).map((step) => step.state);

describe('the four steps of an import', () => {
  it.each([
    ['choose', ['current', 'todo', 'todo', 'todo']],
    ['uploading', ['current', 'todo', 'todo', 'todo']],
    ['waiting', ['done', 'current', 'todo', 'todo']],
    ['checking', ['done', 'current', 'todo', 'todo']],
    ['awaiting_confirmation', ['done', 'done', 'current', 'todo']],
    ['running', ['done', 'done', 'done', 'current']],
    ['completed', ['done', 'done', 'done', 'done']],
    ['failed', ['done', 'done', 'done', 'failed']],
  ] as const)('at %s', (at, expected) => {
    const phases = { checking: 'unpacking', awaiting_confirmation: 'confirming', running: 'applying' } as const;
    if (at === 'choose' || at === 'uploading' || at === 'waiting') return expect(states(at)).toEqual(expected);
    const phase = at in phases ? phases[at as keyof typeof phases] : 'report';
    expect(states({ status: at, phase, plan: {}, startedWriting: true })).toEqual(expected);
  });

  it('end where the job ended: at the check, at the preview, or while processing', () => {
    const ended = { status: 'cancelled', phase: 'report' } as const;
    expect(states({ ...ended, plan: null, startedWriting: false })).toEqual(['done', 'failed', 'todo', 'todo']);
    expect(states({ ...ended, plan: { new: 3 }, startedWriting: false })).toEqual(['done', 'done', 'failed', 'todo']);
    expect(states({ ...ended, plan: { new: 3 }, startedWriting: true })).toEqual(['done', 'done', 'done', 'failed']);
  });
});
