'use client';

import { useCallback } from 'react';
import { useLocale } from 'use-intl';
import { findingText } from '#domain/finding-texts.ts';

type Params = Readonly<Record<string, string | number>>;

/** A place for a value that differs from item to item, quoted or not. */
const OPEN = /“\{\w+\}”|\{\w+\}/g;

/** What a code means, in a sentence; of many items at once, with dots for what differs between them. */
export function useCodeText(): (code: string, params?: Params) => string {
  const locale = useLocale();
  return useCallback(
    (code, params = {}) =>
      findingText({ code, params: { ...params } }, locale)
        .message.replace(OPEN, '…')
        .replace('….', '…'),
    [locale],
  );
}
