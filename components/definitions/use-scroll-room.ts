'use client';

import { type RefObject, useEffect } from 'react';

const GAP_PX = 16;

/** Keeps what receives focus from ending up behind a bar that sticks to the bottom (WCAG 2.4.11), whatever its height. */
export function useScrollRoom(bar: RefObject<HTMLElement | null>, visible: boolean): void {
  useEffect(() => {
    const element = bar.current;
    if (!visible || !element) return;
    const root = document.documentElement;
    const measure = () => {
      const covered = window.innerHeight - element.getBoundingClientRect().top;
      root.style.scrollPaddingBottom = `${Math.round(covered + GAP_PX)}px`;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('scroll-padding-bottom');
    };
  }, [bar, visible]);
}
