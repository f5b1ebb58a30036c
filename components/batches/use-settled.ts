'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * The latest value, but not more often than every `everyMs`, so that numbers can be read. Another `key` (a change of state)
 * is shown at once.
 */
export function useSettled<T>(value: T, key: string, everyMs = 500): T {
  const [shown, setShown] = useState({ value, key });
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, everyMs - (performance.now() - last.current));
    const timer = setTimeout(() => {
      last.current = performance.now();
      setShown({ value, key });
    }, wait);
    return () => clearTimeout(timer);
  }, [value, key, everyMs]);
  return shown.key === key ? shown.value : value;
}
