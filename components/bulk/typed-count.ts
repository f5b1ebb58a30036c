/** Up to here a press is enough; more is confirmed by typing how many. */
const MOST_BY_A_PRESS = 20;

export function mustBeTyped(count: number): boolean {
  return count > MOST_BY_A_PRESS;
}

/** Whether this is the number, written with or without separators: `1234`, `1.234`, `1 234`. */
export function isTyped(text: string, count: number): boolean {
  const digits = text.replaceAll(/[\s.,\u00a0\u202f']/g, '');
  return /^\d+$/.test(digits) && Number(digits) === count;
}
