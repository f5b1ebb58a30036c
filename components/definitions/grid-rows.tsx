'use client';

import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { LoadError } from '#components/api/load-error.tsx';
import type { useDefinitions } from '#components/api/use-definitions.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { DefinitionCards } from './definition-cards.tsx';
import { DefinitionTable } from './definition-table.tsx';
import { GridPages } from './grid-pages.tsx';
import { GridSkeleton } from './grid-skeleton.tsx';
import { GridToolbar } from './grid-toolbar.tsx';
import type { DefinitionView } from './use-definition-view.ts';
import { useNarrowScreen } from './use-narrow-screen.ts';
import type { RowSelection } from './use-row-selection.ts';

export type GridRowsProps = {
  view: DefinitionView;
  definitions: ReturnType<typeof useDefinitions>;
  rowIds: readonly string[];
  selection: RowSelection | null;
};

/** The rows themselves, or what stands in their place. */
export function GridRows({ view, definitions, rowIds, selection }: GridRowsProps) {
  const narrow = useNarrowScreen();
  const t = useTranslations('definitions.grid');
  if (definitions.isPending) return <GridSkeleton narrow={narrow} withBoxes={selection !== null} />;
  if (definitions.isError && !definitions.isPlaceholderData) return <Failed definitions={definitions} view={view} />;
  const { items, total } = definitions.data;
  if (items.length === 0) return <Nothing view={view} total={total} />;
  const deleted = view.filter.deleted === true;
  const common = { rows: items, onOpen: view.setOpen, selection, isStale: definitions.isPlaceholderData, deleted };
  return (
    <>
      {deleted ? <Banner tone="info">{t('deletedNote')}</Banner> : null}
      <GridToolbar view={view} rowIds={rowIds} total={total} selection={selection} />
      {narrow ? (
        <DefinitionCards {...common} />
      ) : (
        <DefinitionTable {...common} sort={view.effectiveSort} onSort={view.setSort} openId={view.open} />
      )}
      <GridPages view={view} page={definitions.data} />
    </>
  );
}

function Failed({ definitions, view }: Pick<GridRowsProps, 'definitions' | 'view'>) {
  // A shared link may hold a place in the list that is no longer there.
  if (view.cursor && definitions.error instanceof ApiProblem && definitions.error.code === 'invalid_request')
    return <GonePage view={view} />;
  return <LoadError query={definitions} />;
}

function Nothing({ view, total }: { view: DefinitionView; total: number }) {
  const t = useTranslations();
  const mayImport = useMayDo('batch:start');
  if (total > 0) return <GonePage view={view} />;
  if (isBin(view)) {
    return (
      <div role="status">
        <EmptyState
          title={t('definitions.grid.noDeletedTitle')}
          action={<Button onPress={view.clearFilter}>{t('definitions.grid.toAll')}</Button>}
        >
          {t('definitions.grid.noDeletedText')}
        </EmptyState>
      </div>
    );
  }
  if (Object.keys(view.filter).length > 0) {
    return (
      <div role="status">
        <EmptyState
          title={t('definitions.grid.noMatchTitle')}
          action={<Button onPress={view.clearFilter}>{t('common.clearFilters')}</Button>}
        >
          {t('definitions.grid.noMatchText')}
        </EmptyState>
      </div>
    );
  }
  const toImport = <LinkButton href="/import">{t('definitions.grid.toImport')}</LinkButton>;
  return (
    <EmptyState title={t('definitions.grid.emptyTitle')} action={mayImport ? toImport : null}>
      {mayImport ? t('definitions.grid.emptyText') : t('definitions.grid.emptyTextReader')}
    </EmptyState>
  );
}

/** Everything that was deleted, not narrowed any further. */
function isBin({ filter }: DefinitionView): boolean {
  return filter.deleted === true && Object.keys(filter).length === 1;
}

function GonePage({ view }: { view: DefinitionView }) {
  const t = useTranslations('definitions.grid');
  return (
    <EmptyState title={t('notOnPage')} action={<Button onPress={() => view.goTo('', 1)}>{t('toFirstPage')}</Button>} />
  );
}
