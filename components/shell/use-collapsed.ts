'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'lexport-rail';
const CHANGED = 'lexport:rail';

function subscribe(tell: () => void): () => void {
  window.addEventListener(CHANGED, tell);
  return () => window.removeEventListener(CHANGED, tell);
}

/** Whether the rail is folded, remembered on this device. */
export function useCollapsed(): [boolean, (collapsed: boolean) => void] {
  const collapsed = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) === 'collapsed',
    () => false,
  );
  const setCollapsed = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'collapsed' : 'open');
    window.dispatchEvent(new Event(CHANGED));
  };
  return [collapsed, setCollapsed];
}
