import type { NewBatchInput } from '#components/api/use-create-batch.ts';
import type { ErrorMode } from '#domain/error-modes.ts';
import type { OtherContext } from '#domain/keep-both.ts';
import type { ConflictStrategy } from '#domain/plan.ts';

/** What a person decides about an import; texts of number fields as they were typed. */
export type ImportChoices = {
  onError: ErrorMode;
  maxErrors: string;
  conflict: ConflictStrategy;
  /** Used when both are kept. */
  context: OtherContext;
  confirm: boolean;
  chunkSize: string;
  parallelism: string;
};

/** Nothing here is remembered: each import begins with the safe choices. */
export const SAFE_CHOICES: ImportChoices = {
  onError: 'continue',
  maxErrors: '',
  conflict: 'skip',
  context: { field: 'organisationalContext', value: '' },
  confirm: true,
  chunkSize: '',
  parallelism: '2',
};

type ImportJob = Extract<NewBatchInput['jobs'][number], { operation: 'import' }>;

/** The options as the server takes them; an empty number field means its default. */
export function toOptions(choices: ImportChoices): NonNullable<ImportJob['options']> {
  const { onError, conflict, context, confirm } = choices;
  const maxErrors = wholeNumber(choices.maxErrors);
  return {
    onError,
    conflict,
    ...(conflict === 'keep_both' ? { context: { ...context, value: context.value.trim() } } : {}),
    confirm,
    ...(onError === 'continue' && maxErrors !== null ? { maxErrors } : {}),
    chunkSize: wholeNumber(choices.chunkSize) ?? 'auto',
    parallelism: wholeNumber(choices.parallelism) ?? 2,
  };
}

/** Whether everything that was asked for is given. */
export function isComplete({ conflict, context }: ImportChoices): boolean {
  return conflict !== 'keep_both' || context.value.trim() !== '';
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
