import type { DefinitionStatus } from './definition.ts';

/** Which status may follow which. Nothing else can happen to a definition that is there, by hand or in a batch. */
export const TRANSITIONS: Readonly<Record<DefinitionStatus, readonly DefinitionStatus[]>> = {
  imported: ['review', 'draft', 'archived'],
  draft: ['review', 'archived'],
  review: ['established', 'draft', 'archived'],
  established: ['archived'],
  archived: ['draft'],
};

export function mayFollow(from: DefinitionStatus, to: DefinitionStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/** Statuses in which the content of a definition may change; an established one is replaced by a new version, an archived one rests. */
export const EDITABLE: readonly DefinitionStatus[] = ['imported', 'draft', 'review'];

/** Statuses that are a decision about a definition: bringing one there takes more than the right to edit. */
export const DECIDED: readonly DefinitionStatus[] = ['established', 'archived'];
