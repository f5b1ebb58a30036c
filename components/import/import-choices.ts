import type { NewBatchInput } from '#components/api/use-create-batch.ts';
import type { ErrorMode } from '#domain/error-modes.ts';
import type { ConflictStrategy } from '#domain/plan.ts';

/** What a person decides about an import; texts of number fields as they were typed. */
export type ImportChoices = {
  onError: ErrorMode;
  maxErrors: string;
  conflict: ConflictStrategy;
  confirm: boolean;
  chunkSize: string;
  parallelism: string;
};

/** Nothing here is remembered: each import begins with the safe choices. */
export const SAFE_CHOICES: ImportChoices = {
  onError: 'continue',
  maxErrors: '',
  conflict: 'skip',
  confirm: true,
  chunkSize: '',
  parallelism: '2',
};

type ImportJob = Extract<NewBatchInput['jobs'][number], { operation: 'import' }>;

/** The options as the server takes them; an empty number field means its default. */
export function toOptions(choices: ImportChoices): NonNullable<ImportJob['options']> {
  const { onError, conflict, confirm } = choices;
  const maxErrors = wholeNumber(choices.maxErrors);
  return {
    onError,
    conflict,
    confirm,
    ...(onError === 'continue' && maxErrors !== null ? { maxErrors } : {}),
    chunkSize: wholeNumber(choices.chunkSize) ?? 'auto',
    parallelism: wholeNumber(choices.parallelism) ?? 2,
  };
}

/** Whether the text is empty, or a whole number from `min` to `max`. */
export function isNumberOrEmpty(text: string, min: number, max: number): boolean {
  if (text.trim() === '') return true;
  const value = wholeNumber(text);
  return value !== null && value >= min && value <= max;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}
