import { describe, expect, it } from 'vitest';
import { importSteps } from './import-step-states.ts';

const states = (...args: Parameters<typeof importSteps>) => importSteps(...args).map((step) => step.state);

describe('the four steps of an import', () => {
  it.each([
    ['choose', ['current', 'todo', 'todo', 'todo']],
    ['uploading', ['current', 'todo', 'todo', 'todo']],
    ['waiting', ['done', 'current', 'todo', 'todo']],
    [{ status: 'checking', phase: 'unpacking' }, ['done', 'current', 'todo', 'todo']],
    [{ status: 'awaiting_confirmation', phase: 'confirming' }, ['done', 'done', 'current', 'todo']],
    [{ status: 'running', phase: 'applying' }, ['done', 'done', 'done', 'current']],
    [{ status: 'completed', phase: 'report' }, ['done', 'done', 'done', 'done']],
    [{ status: 'failed', phase: 'report' }, ['done', 'done', 'done', 'failed']],
  ] as const)('at %j', (at, expected) => {
    expect(states(at)).toEqual(expected);
  });
});
