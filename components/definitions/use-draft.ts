'use client';

import { useEffect } from 'react';
import { useMe } from '#components/api/use-me.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import type { FormValues } from './form-values.ts';

export type Base = { content: DefinitionContent; version: number; etag: string };
export type Draft = { base: Base; values: FormValues; reason: string };

/**
 * What was typed but not saved, kept in this tab: an ended session, the back button or a crash costs nothing. Kept per person,
 * so that whoever signs in next does not see it.
 */
export function useDraft(id: string) {
  const me = useMe().data?.id ?? '';
  const name = `lexport-draft:${me}:${id}`;
  return {
    read: (): Draft | null => {
      try {
        return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Draft | null;
      } catch {
        return null;
      }
    },
    clear: () => {
      try {
        sessionStorage.removeItem(name);
      } catch {
        // Storage may be shut off; then there is nothing to remove.
      }
    },
    name,
  };
}

/** Writes the draft after every change; null when there is nothing to keep. */
export function useKeepDraft(name: string, draft: Draft | null): void {
  useEffect(() => {
    try {
      if (draft) sessionStorage.setItem(name, JSON.stringify(draft));
      else sessionStorage.removeItem(name);
    } catch {
      // Full or shut off: the form works without it.
    }
  }, [name, draft]);
}
