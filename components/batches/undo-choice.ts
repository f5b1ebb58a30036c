import type { Job } from '#contract/jobs.ts';
import { nextStatus } from '#domain/job-status.ts';

type Ended = Pick<Job, 'status' | 'undoable' | 'succeeded' | 'options'>;

/** Taking back more items than this is confirmed by typing their number. */
export const TYPED_ABOVE = 100;

/** Whether there is something of this ended job to take back. A dry run wrote nothing. */
export function canUndo({ status, undoable, succeeded, options }: Ended): boolean {
  return undoable && succeeded > 0 && options.onError !== 'collect' && nextStatus(status, 'undo') !== null;
}

/** Whether what was typed is this number: written plainly, or in groups of three as it is shown. */
export function isTyped(text: string, count: number): boolean {
  return text.trim() !== '' && text.replaceAll(/[.,\s]/g, '') === String(count);
}
