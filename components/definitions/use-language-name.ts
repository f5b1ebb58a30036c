'use client';

import { useMemo } from 'react';
import { useLocale } from 'use-intl';

/** A language tag in words: "Nederlands" for nl; a tag that is none stays as it is. */
export function useLanguageName(): (tag: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    return (tag) => {
      try {
        const name = names.of(tag) ?? tag;
        return name.charAt(0).toUpperCase() + name.slice(1);
      } catch {
        return tag;
      }
    };
  }, [locale]);
}
