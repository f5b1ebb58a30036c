'use client';

import { useRef } from 'react';

/** What was shown when `frozen` became true, until it is false again or another question (`key`) is asked. */
export function useFrozen<T>(value: T | undefined, key: string, frozen: boolean): T | undefined {
  const kept = useRef({ value, key });
  if (!frozen || kept.current.key !== key || kept.current.value === undefined) kept.current = { value, key };
  return kept.current.value;
}
