'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

let title = '';
const listeners = new Set<() => void>();

function setTitle(next: string): void {
  title = next;
  for (const tell of listeners) tell();
}

/**
 * Names the page that is open: in the breadcrumb and in the title of the tab. For pages whose name is only known once their
 * data is there, such as a batch; put `progress` ("64 %") before it while something works.
 */
export function PageTitle({ title: name, progress }: { title: string; progress?: string | undefined }) {
  const t = useTranslations('common');
  const tab = t('pageTitle', { page: progress ? `(${progress}) ${name}` : name });
  useEffect(() => {
    setTitle(name);
    return () => setTitle('');
  }, [name]);
  useEffect(() => {
    // Not a <title> element: the one of the page's metadata would win.
    document.title = tab;
  }, [tab]);
  return null;
}

/** The name the open page gave itself; empty when it gave none. */
export function usePageTitle(): string {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => title,
    () => '',
  );
}
