'use client';

import { useTranslations } from 'use-intl';
import type { Action } from '#domain/access.ts';

/** What may be done, in words; one without words is shown as programs know it. */
export function useScopeName(): (scope: Action) => string {
  const t = useTranslations('account.scopeNames');
  return (scope) => {
    const key = scope.replace(':', '.') as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key) : scope;
  };
}
