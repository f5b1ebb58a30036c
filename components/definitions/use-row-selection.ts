'use client';

import { useCallback, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/live-region.tsx';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { countOf, keepFor, NOTHING, rangeBetween, selectAllMatching, toggle } from './selection.ts';
import { useSelection } from './use-selection.ts';

/** The selection together with what a person does to it on the page they see. */
export function useRowSelection(rowIds: readonly string[], filter: DefinitionFilterValues) {
  const t = useTranslations('definitions.selection');
  const [state, change] = useSelection();
  const anchor = useRef<string | null>(null);
  const page = useRef(rowIds);
  page.current = rowIds;

  useEffect(() => {
    if (keepFor(state, filter) === state) return;
    change((current) => keepFor(current, filter));
    if (countOf(state) > 0) announce(t('clearedByFilter'));
  }, [state, filter, change, t]);

  const toggleRow = useCallback(
    (id: string, on: boolean, withShift: boolean) => {
      const ids = withShift ? rangeBetween(page.current, anchor.current, id) : [id];
      anchor.current = id;
      change((current) => toggle(current, ids, on));
    },
    [change],
  );
  return {
    state,
    toggleRow,
    togglePage: useCallback((on: boolean) => change((current) => toggle(current, page.current, on)), [change]),
    selectAll: useCallback(
      (total: number) => change(() => selectAllMatching(filter, total, new Date().toISOString())),
      [change, filter],
    ),
    clear: useCallback(() => {
      anchor.current = null;
      change(() => keepFor(NOTHING, filter));
    }, [change, filter]),
  };
}

export type RowSelection = ReturnType<typeof useRowSelection>;
