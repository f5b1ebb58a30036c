'use client';

import { FileInput } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useSources } from '#components/api/use-history.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { RemovableChip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SourcesTable } from './sources-table.tsx';

const FILTERS = { sha256: parseAsString, q: parseAsString, cursor: parseAsString };

/** The files that came in: which bytes, when, from whom, and what became of them. */
export function SourcesPage() {
  const t = useTranslations('history.files');
  const common = useTranslations('common');
  const mayImport = useMayDo('batch:start');
  const [{ sha256, q, cursor }, set] = useQueryStates(FILTERS);
  const sources = useSources({ sha256: sha256 ?? undefined, q: q || undefined, cursor: cursor ?? undefined });
  const page = sources.data;
  const narrowed = sha256 !== null || Boolean(q);
  const clear = () => void set({ sha256: null, q: null, cursor: null });
  const toImport = mayImport ? (
    <LinkButton href="/import" icon={<FileInput aria-hidden size={16} />}>
      {t('toImport')}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} actions={toImport} />
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <SearchField
            label={t('search')}
            onSubmit={(next) => void set({ q: next || null, cursor: null })}
            onClear={() => void set({ q: null, cursor: null })}
            className="w-72 max-sm:w-full"
          />
          {sha256 ? (
            <RemovableChip removeLabel={t('removeHash')} onRemove={() => void set({ sha256: null, cursor: null })}>
              {t('onlyThese', { hash: sha256.slice(0, 12) })}
            </RemovableChip>
          ) : null}
        </div>
        {sources.isPending ? <SkeletonRows rows={6} label={common('loading')} /> : null}
        {sources.isError && !page ? <LoadError query={sources} /> : null}
        {page?.items.length === 0 ? (
          narrowed ? (
            <EmptyState title={t('noMatch')} action={<Button onPress={clear}>{common('clearFilters')}</Button>} />
          ) : (
            <EmptyState title={t('none')} action={toImport}>
              {t('noneText')}
            </EmptyState>
          )
        ) : null}
        {page && page.items.length > 0 ? (
          <>
            <SourcesTable sources={page.items} />
            <Pagination
              label={common('pages')}
              previousLabel={common('previous')}
              nextLabel={common('next')}
              summary={t('count', { count: page.total })}
              onPrevious={pageTo(page.previousCursor, (next) => void set({ cursor: next }))}
              onNext={pageTo(page.nextCursor, (next) => void set({ cursor: next }))}
            />
          </>
        ) : null}
      </div>
    </>
  );
}

function pageTo(cursor: string | null, go: (cursor: string) => void): (() => void) | null {
  return cursor === null ? null : () => go(cursor);
}
