import { hash } from 'node:crypto';

const SHAPE = /^lexport:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9}):([0-9a-f]{6})$/i;

/**
 * By what an item is known again when it comes back in a file: the job, its number there, and a check, so that a number that a
 * spreadsheet counted on by itself is not taken for one of ours. Whose job that is, is looked up where it is read.
 */
export function rowId(jobId: string, position: number): string {
  return `lexport:${jobId}:${position + 1}:${check(jobId, position)}`;
}

export function parseRowId(text: string): { jobId: string; position: number } | null {
  const [, id = '', number = '', sum = ''] = SHAPE.exec(text.trim()) ?? [];
  const [jobId, position] = [id.toLowerCase(), Number(number) - 1];
  return number !== '' && position >= 0 && sum.toLowerCase() === check(jobId, position) ? { jobId, position } : null;
}

function check(jobId: string, position: number): string {
  return hash('sha256', `${jobId}:${position}`).slice(0, 6);
}
