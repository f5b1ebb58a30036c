'use client';

import { type RefObject, useEffect } from 'react';

const GAP_PX = 16;

/** For what stands in the bar itself: the room it keeps free is not kept from its own buttons, or the page would jump. */
export const IN_SCROLL_ROOM = '[&_:is(button,a,input)]:[scroll-margin-bottom:calc(-1*var(--scroll-room,0px))]';

/** Keeps what receives focus from ending up behind a bar that sticks to the bottom (WCAG 2.4.11), whatever its height. */
export function useScrollRoom(bar: RefObject<HTMLElement | null>, visible: boolean): void {
  useEffect(() => {
    const element = bar.current;
    if (!visible || !element) return;
    const root = document.documentElement;
    const measure = () => {
      const covered = Math.round(element.offsetHeight + Number.parseFloat(getComputedStyle(element).bottom) + GAP_PX);
      root.style.scrollPaddingBottom = `${covered}px`;
      root.style.setProperty('--bar-room', `${covered}px`);
      element.style.setProperty('--scroll-room', `${covered}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('scroll-padding-bottom');
      root.style.removeProperty('--bar-room');
    };
  }, [bar, visible]);
}
