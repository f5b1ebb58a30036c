import type { Span } from './hit.ts';
import { LABEL_OF, type RedactionKind } from './kinds.ts';

/** What stands in place of the `number`th value of a kind, from 1. */
export function placeholderOf(kind: RedactionKind, number: number): string {
  return `[${LABEL_OF[kind]}-${number}]`;
}

const PLACEHOLDER = new RegExp(`\\[(?:${Object.values(LABEL_OF).join('|')})-[1-9]\\d{0,8}\\]`, 'g');

/** Where something was redacted before. */
export function findPlaceholders(text: string): Span[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }));
}

/** Whether something was. */
export function hasPlaceholder(text: string): boolean {
  return findPlaceholders(text).length > 0;
}
