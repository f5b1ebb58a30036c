'use client';

import { useEffect } from 'react';

/** What any of us put before the title of the tab: "(64 %) ". */
const PREFIX = /^\(\d+\s?%\) /;

/** Puts `prefix` before the title of the tab, whatever page sets it, until it is null. */
export function useTitlePrefix(prefix: string | null): void {
  useEffect(() => {
    const apply = () => {
      const bare = document.title.replace(PREFIX, '');
      const wanted = prefix === null ? bare : `${prefix} ${bare}`;
      if (document.title !== wanted) document.title = wanted;
    };
    apply();
    if (prefix === null) return;
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(PREFIX, '');
    };
  }, [prefix]);
}
