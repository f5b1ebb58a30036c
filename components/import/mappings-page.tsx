'use client';

import { FileInput } from 'lucide-react';
import { createSerializer, parseAsString, useQueryStates } from 'nuqs';
import { useTranslations } from 'use-intl';
import { useColumnMappings } from '#components/api/use-column-mappings.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { MappingsTable } from './mappings-table.tsx';
import { matchesText } from './matches-text.ts';

const STATE = { q: parseAsString.withDefault(''), open: parseAsString };
const toAddress = createSerializer(STATE);

/** What the organisation made of the columns of tables: to look at, name and forget. */
export function MappingsPage() {
  const t = useTranslations('import.mappings');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const mayChange = useMayDo('batch:start');
  const mappings = useColumnMappings();
  const [{ q, open }, set] = useQueryStates(STATE);
  const all = mappings.data?.items ?? [];
  const shown = all.filter((mapping) => matchesText(mapping, q));
  const opened = all.find(({ id }) => id === open) ?? null;
  const toImport = mayChange ? (
    <LinkButton href="/import" icon={<FileInput aria-hidden size={16} />}>
      {t('toImport')}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} actions={toImport} />
      <div className="flex flex-col gap-3">
        {all.length > 0 ? (
          <div className="flex flex-wrap items-center gap-3">
            <SearchField
              label={t('search')}
              value={q}
              onChange={(next) => void set({ q: next || null })}
              className="w-72 max-sm:w-full"
            />
            <p role="status" className="text-sm text-ink-muted">
              {t('count', { count: shown.length })}
            </p>
          </div>
        ) : null}
        {mappings.isPending ? <SkeletonRows rows={4} label={common('loading')} /> : null}
        {mappings.isError && !mappings.data ? (
          <ErrorState
            title={problemText(mappings.error).title}
            action={<Button onPress={() => void mappings.refetch()}>{common('retry')}</Button>}
          >
            {problemText(mappings.error).detail}
          </ErrorState>
        ) : null}
        {mappings.data && all.length === 0 ? (
          <EmptyState title={t('none')} action={toImport}>
            {t('noneText')}
          </EmptyState>
        ) : null}
        {all.length > 0 && shown.length === 0 ? (
          <EmptyState
            title={t('noMatch')}
            action={<Button onPress={() => void set({ q: null })}>{common('clearFilters')}</Button>}
          />
        ) : null}
        {shown.length > 0 ? (
          <MappingsTable mappings={shown} hrefOf={(id) => toAddress('/import/mappings', { q: q || null, open: id })} />
        ) : null}
      </div>
      {opened ? (
        <MappingPanel key={opened.id} mapping={opened} mayChange={mayChange} onClose={() => void set({ open: null })} />
      ) : null}
    </>
  );
}
