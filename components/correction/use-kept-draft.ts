'use client';

import { useEffect, useState } from 'react';
import { useMe } from '#components/api/use-me.ts';
import type { FormField } from './correction-fields.ts';

type Typed = Partial<Record<FormField, string>>;

/** What was typed for an item but not saved, kept in this tab and for this person: choosing another row costs nothing. */
export function useKeptDraft(jobId: string, position: number) {
  const me = useMe().data?.id ?? '';
  const name = `lexport-correction:${me}:${jobId}:${position}`;
  const [typed, setTyped] = useState<Typed>(() => readDraft(name));
  const [restored] = useState(() => Object.keys(typed).length > 0);
  useEffect(() => {
    try {
      if (Object.keys(typed).length > 0) sessionStorage.setItem(name, JSON.stringify(typed));
      else sessionStorage.removeItem(name);
    } catch {
      // Full or shut off: the form works without it.
    }
  }, [name, typed]);
  return { typed, setTyped, restored };
}

function readDraft(name: string): Typed {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Typed;
  } catch {
    return {};
  }
}
