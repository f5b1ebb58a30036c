'use client';

import { useEffect, useRef } from 'react';

/** Does something each time a value is another than before; not for the first one. `act` stays the same function. */
export function useOnChange(value: unknown, act: () => unknown): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    act();
  }, [value, act]);
}
