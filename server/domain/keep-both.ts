import type { DefinitionContent } from './definition.ts';

/** The contexts by which a definition can be told from another one of the same term. */
export const CONTEXT_FIELDS = ['organisationalContext', 'legalContext'] as const;
export type ContextField = (typeof CONTEXT_FIELDS)[number];

/** The context in which an incoming definition is to stand beside the one that is there. */
export type OtherContext = { field: ContextField; value: string };

export const MAX_CONTEXT_LENGTH = 200;

/**
 * What is written to keep both: the content in the other context, which takes the place of what it says there itself (the
 * definition that is there keeps that one). It begins as a draft: nobody has established it for this context.
 */
export function inOtherContext(content: DefinitionContent, { field, value }: OtherContext): DefinitionContent {
  return { ...content, [field]: [value.trim()], status: 'draft' };
}
