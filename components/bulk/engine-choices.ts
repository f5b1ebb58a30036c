import { MAX_CHUNK_SIZE, MAX_PARALLELISM, MIN_CHUNK_SIZE, MIN_PARALLELISM } from '#domain/chunks.ts';
import { type ErrorMode, SHARE_PATTERN } from '#domain/error-modes.ts';

/** How a job is to be worked on, as it is typed: an empty text leaves it to the server. */
export type EngineChoices = {
  onError: ErrorMode;
  /** A number of items, or a share of all of them: `12`, `5%`, `0,5 %`. */
  maxErrors: string;
  chunkSize: string;
  parallelism: string;
  maxRetries: string;
  itemsPerSecond: string;
  timeoutMinutes: string;
};

/** Nothing here is remembered: each job begins with the safe choices. */
export const SAFE_ENGINE: EngineChoices = {
  onError: 'continue',
  maxErrors: '',
  chunkSize: '',
  parallelism: '2',
  maxRetries: '',
  itemsPerSecond: '',
  timeoutMinutes: '',
};

/** What an operation without a plan can do about a failure: it writes as it goes, so only checking would say nothing. */
export const MODES_WITHOUT_PLAN = ['continue', 'stop', 'all_or_nothing'] as const satisfies readonly ErrorMode[];

type NumberField = Exclude<keyof EngineChoices, 'onError' | 'maxErrors'>;
type Limits = { min: number; max: number };

const MINUTES_OF_A_WEEK = 7 * 24 * 60;

/** What each number may be; the same as the contract says. */
export const ENGINE_LIMITS: Readonly<Record<NumberField, Limits>> = {
  chunkSize: { min: MIN_CHUNK_SIZE, max: MAX_CHUNK_SIZE },
  parallelism: { min: MIN_PARALLELISM, max: MAX_PARALLELISM },
  maxRetries: { min: 0, max: 10 },
  itemsPerSecond: { min: 1, max: 100_000 },
  timeoutMinutes: { min: 1, max: MINUTES_OF_A_WEEK },
};

/** `Mode`: what the operation can do about a failure; without a plan there is no "only check". */
export type EngineOptions<Mode extends ErrorMode = ErrorMode> = {
  onError?: Mode;
  maxErrors?: number | string;
  chunkSize?: number;
  parallelism?: number;
  maxRetries?: number;
  itemsPerSecond?: number;
  timeoutSeconds?: number;
};

/** The fields that cannot be sent as they are. `withFailures`: whether the operation asks what to do about failures at all. */
export function engineProblems(choices: EngineChoices, withFailures: boolean): (NumberField | 'maxErrors')[] {
  const numbers = (Object.keys(ENGINE_LIMITS) as NumberField[]).filter((field) => {
    const { min, max } = ENGINE_LIMITS[field];
    const value = wholeNumber(choices[field]);
    return choices[field].trim() !== '' && (value === null || value < min || value > max);
  });
  const asksMaxErrors = withFailures && choices.onError === 'continue' && choices.maxErrors.trim() !== '';
  return asksMaxErrors && toleranceOf(choices.maxErrors) === null ? ['maxErrors', ...numbers] : numbers;
}

/** The options as the server takes them; assumes `engineProblems` found nothing. */
export function toEngineOptions(choices: EngineChoices, withFailures: boolean): EngineOptions {
  const number = (field: NumberField) => wholeNumber(choices[field]);
  const timeoutMinutes = number('timeoutMinutes');
  const maxErrors = choices.onError === 'continue' ? toleranceOf(choices.maxErrors) : null;
  return given({
    ...(withFailures ? { onError: choices.onError, maxErrors } : {}),
    chunkSize: number('chunkSize'),
    parallelism: number('parallelism'),
    maxRetries: number('maxRetries'),
    itemsPerSecond: number('itemsPerSecond'),
    timeoutSeconds: timeoutMinutes === null ? null : timeoutMinutes * 60,
  });
}

/** `12` as a number, `0,5 %` as `0.5%`; null when it is neither, or nothing. */
function toleranceOf(text: string): number | string | null {
  const share = text.replaceAll(/\s/g, '').replace(',', '.');
  return SHARE_PATTERN.test(share) ? share : wholeNumber(text);
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}

function given(options: Record<string, unknown>): EngineOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== null && value !== undefined),
  ) as EngineOptions;
}
