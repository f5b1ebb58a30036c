import type { RedactionKind } from './kinds.ts';

/** A part of a text, from `start` up to `end`, in UTF-16 code units as JavaScript counts them. */
export type Span = { start: number; end: number };

/** Something in a text that says who or which case it is about. `value` is the same for every way of writing it. */
export type Hit = Span & { kind: RedactionKind; value: string };

/** One kind of thing and how it is found; every pattern is bounded, so that a text takes time in proportion to its length. */
export type Detector = (text: string) => (Span & { value: string })[];

/** A detector for texts that have something it cannot do without: most have not, and that is told in a fraction of the time. */
export function whereThereIs(mayHave: RegExp, detect: Detector): Detector {
  return (text) => (mayHave.test(text) ? detect(text) : []);
}

/** Spaces and hyphens as word processors write them. */
export const SPACE = '[ \\u00a0\\u2009\\u202f]';
export const HYPHEN = '[-\\u2010\\u2011\\u2013]';

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Letters and digits in upper case, nothing between them. */
export function bareOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
