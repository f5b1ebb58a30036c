'use client';

import { useCallback, useMemo, useState } from 'react';
import { useDefinitions } from '#components/api/use-definitions.ts';
import { useMayDo } from '#components/api/use-me.ts';
import type { BulkAction } from '#components/bulk/bulk-actions.ts';
import { BulkButtons } from '#components/bulk/bulk-buttons.tsx';
import { BulkDialogs } from '#components/bulk/bulk-dialogs.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { DefinitionPanel } from './definition-panel.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GridRows } from './grid-rows.tsx';
import { useDefinitionView } from './use-definition-view.ts';
import { useRowSelection } from './use-row-selection.ts';

/** Filter bar, rows, panel and bulk bar around one view of the definitions. */
export function DefinitionsGrid() {
  const view = useDefinitionView();
  const { filter, sort, cursor, limit } = view;
  const definitions = useDefinitions({
    ...filter,
    limit,
    ...(sort ? { sort } : {}),
    ...(cursor ? { cursor } : {}),
  });
  const items = definitions.data?.items;
  const rowIds = useMemo(() => items?.map(({ id }) => id) ?? [], [items]);
  const rows = useRowSelection(rowIds, filter);
  const mayStart = useMayDo('batch:start');
  const selection = mayStart ? rows : null;
  const [doing, setDoing] = useState<BulkAction | null>(null);
  const { setOpen } = view;
  const close = useCallback(() => setOpen(null), [setOpen]);
  return (
    // As high as the screen at least, so that the bulk bar has its place at the bottom under few rows too.
    <div className="flex min-h-[calc(100dvh-220px)] flex-col gap-3 max-sm:min-h-[calc(100dvh-290px)]">
      <FilterBar view={view} />
      <ActiveFilters view={view} />
      <GridRows view={view} definitions={definitions} rowIds={rowIds} selection={selection} />
      {selection ? (
        <BulkBar
          state={selection.state}
          total={Object.keys(filter).length === 0 ? definitions.data?.total : undefined}
          rowIds={rowIds}
          onClear={selection.clear}
        >
          <BulkButtons deleted={filter.deleted === true} onAction={setDoing} />
        </BulkBar>
      ) : null}
      {selection && doing ? (
        <BulkDialogs action={doing} state={selection.state} onClose={() => setDoing(null)} onGone={selection.clear} />
      ) : null}
      <DefinitionPanel id={view.open} rowIds={rowIds} onOpen={setOpen} onClose={close} />
    </div>
  );
}
