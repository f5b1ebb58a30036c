import { describe, expect, it } from 'vitest';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { type PauseChoice, pauseChoice } from './pause-choice.ts';

const having = (choice: PauseChoice) => JOB_STATUSES.filter((status) => pauseChoice(status) === choice);

describe('the pause of a job', () => {
  it('can be asked for while it waits for its turn or is at work', () => {
    expect(having('pause')).toEqual(['queued', 'checking', 'running']);
  });

  it('is on its way until the chunks in flight have ended, and can be ended then', () => {
    expect(having('pausing')).toEqual(['pausing']);
    expect(having('resume')).toEqual(['paused']);
  });
});
