'use client';

import { useMe } from '#components/api/use-me.ts';
import type { Definition } from '#contract/definitions.ts';

export type Editability = {
  mayEdit: boolean;
  /** Why a person who edits elsewhere cannot edit this one; null when there is nothing to explain. */
  reason: 'established' | 'archived' | 'foreign' | null;
};

/** Whether the signed-in person may change this definition by hand. The server decides again. */
export function useEditability(definition: Definition): Editability {
  const me = useMe().data;
  if (!me?.actions.includes('definition:edit')) return { mayEdit: false, reason: null };
  if (definition.organisation.id !== me.organisation.id) return { mayEdit: false, reason: 'foreign' };
  // That it was deleted, or is under legal hold, is said for itself.
  if (definition.deletedAt !== null || definition.holds.length > 0) return { mayEdit: false, reason: null };
  const { status } = definition;
  if (status === 'established' || status === 'archived') return { mayEdit: false, reason: status };
  return { mayEdit: true, reason: null };
}
