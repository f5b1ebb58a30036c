import { describe, expect, it } from 'vitest';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { canUndo, isTyped } from './undo-choice.ts';

const job = { status: 'completed', undoable: true, succeeded: 3, options: { onError: 'continue' } } as const;

describe('undo', () => {
  it('is offered for every end after which something written is left', () => {
    const offered = JOB_STATUSES.filter((status) => canUndo({ ...job, status }));
    expect(offered).toEqual(['completed', 'completed_with_errors', 'failed', 'cancelled']);
  });

  it('is not offered where nothing was written, or where there is no way back', () => {
    expect(canUndo({ ...job, succeeded: 0 })).toBe(false);
    expect(canUndo({ ...job, undoable: false })).toBe(false);
    expect(canUndo({ ...job, options: { onError: 'collect' } })).toBe(false);
  });

  it('takes the number as one types it', () => {
    expect(['1234', ' 1.234 ', '1,234', '1 234'].every((text) => isTyped(text, 1_234))).toBe(true);
    expect(['', ' ', '123', '12345', 'alles', '0x4d2'].some((text) => isTyped(text, 1_234))).toBe(false);
    expect(isTyped('', 0)).toBe(false);
  });
});
