import { describe, expect, it } from 'vitest';
import { phaseSteps } from './phase-steps.ts';

const PHASES = ['uploading', 'unpacking', 'checking', 'confirming', 'applying', 'finalizing', 'report'] as const;
const states = (...args: Parameters<typeof phaseSteps>) => phaseSteps(...args).map((step) => step.state);

describe('phase steps', () => {
  it('mark what is before the present phase as done and what is after it as to do', () => {
    expect(states(PHASES, 'checking', 'checking')).toEqual(['done', 'done', 'current', 'todo', 'todo', 'todo', 'todo']);
  });

  it('are all done when the job succeeded, with or without failed items', () => {
    expect(new Set(states(PHASES, 'report', 'completed'))).toEqual(new Set(['done']));
    expect(new Set(states(PHASES, 'report', 'completed_with_errors'))).toEqual(new Set(['done']));
  });

  it('show where a job that failed or was stopped came to its end', () => {
    expect(states(PHASES, 'applying', 'cancelled')[4]).toBe('failed');
    expect(states(PHASES, 'checking', 'failed').slice(2, 4)).toEqual(['failed', 'todo']);
  });

  it('show a paused job standing still where it is', () => {
    expect(states(PHASES, 'applying', 'paused').slice(3, 6)).toEqual(['done', 'paused', 'todo']);
    expect(states(PHASES, 'checking', 'pausing')[2]).toBe('paused');
  });

  it('are all to come for a job that waits for others or for its moment, but for the file, which is there', () => {
    for (const status of ['scheduled', 'blocked'] as const)
      expect(states(PHASES, 'uploading', status), status).toEqual(['done', ...Array(6).fill('todo')]);
    expect(states(['applying', 'finalizing', 'report'], 'applying', 'blocked')).toEqual(['todo', 'todo', 'todo']);
  });
});
