'use client';

import { FileArchive } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDefinitions } from '#components/api/use-definitions.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Button } from '#components/ui/button.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { DefinitionPanel } from './definition-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { GridRows } from './grid-rows.tsx';
import { useDefinitionView } from './use-definition-view.ts';
import { useRowSelection } from './use-row-selection.ts';

/** Filter bar, rows, panel and bulk bar around one view of the definitions. */
export function DefinitionsGrid() {
  const t = useTranslations('definitions');
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
  const mayExport = useMayDo('batch:start');
  const selection = mayExport ? rows : null;
  const [exporting, setExporting] = useState(false);
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
          <Button variant="primary" icon={<FileArchive aria-hidden size={16} />} onPress={() => setExporting(true)}>
            {t('export.action')}
          </Button>
        </BulkBar>
      ) : null}
      {selection ? (
        <ExportDialog isOpen={exporting} onClose={() => setExporting(false)} state={selection.state} />
      ) : null}
      <DefinitionPanel id={view.open} rowIds={rowIds} onOpen={setOpen} onClose={close} />
    </div>
  );
}
