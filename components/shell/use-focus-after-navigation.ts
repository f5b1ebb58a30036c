'use client';

import { usePathname } from 'next/navigation';
import { type RefObject, useEffect, useRef } from 'react';

/** After a change of page focus goes to the content, so that a screen reader starts reading there and Tab goes on from it. */
export function useFocusAfterNavigation(content: RefObject<HTMLElement | null>): void {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname, content]);
}
