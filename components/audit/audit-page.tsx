'use client';

import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useAuditEntries } from '#components/api/use-audit-entries.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { AuditEntry } from '#contract/audit.ts';
import { AuditEntryPanel } from './audit-entry-panel.tsx';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { AuditTable } from './audit-table.tsx';
import { ExportMenu } from './export-menu.tsx';
import { NO_FILTERS, useAuditFilters } from './use-audit-filters.ts';

/** The audit trail: who did what, when, and with what. */
export function AuditPage() {
  const t = useTranslations('audit');
  const verification = useTranslations('verification');
  const toVerification = useMayDo('audit:read') ? (
    <LinkButton href="/audit/verification" icon={<ShieldCheck aria-hidden size={16} />}>
      {verification('toPage')}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} actions={toVerification} />
      <Allowed action="audit:read">
        <AuditTrail />
      </Allowed>
    </>
  );
}

function AuditTrail() {
  const { filters, filtered, query, setFilters, setCursor } = useAuditFilters();
  const entries = useAuditEntries(query);
  const [open, setOpen] = useState<AuditEntry | null>(null);
  return (
    <>
      <AuditFilterBar key={JSON.stringify(filters)} filters={filters} filtered={filtered} onChange={setFilters} />
      <div className="mb-3 flex justify-end">
        <ExportMenu query={query} />
      </div>
      <Entries
        entries={entries}
        filtered={filtered}
        onOpen={setOpen}
        onClear={() => setFilters(NO_FILTERS)}
        onCursor={setCursor}
      />
      <AuditEntryPanel entry={open} onClose={() => setOpen(null)} />
    </>
  );
}

type EntriesProps = {
  entries: ReturnType<typeof useAuditEntries>;
  filtered: boolean;
  onOpen: (entry: AuditEntry) => void;
  onClear: () => void;
  onCursor: (cursor: string | null) => void;
};

function Entries({ entries, filtered, onOpen, onClear, onCursor }: EntriesProps) {
  const t = useTranslations();
  const problemText = useProblemText();
  if (entries.isPending) return <SkeletonRows rows={10} label={t('common.loading')} />;
  if (entries.isError) {
    const { title, detail } = problemText(entries.error);
    // An address somebody changed by hand, or an old link: asking the same again would fail again.
    const wrongAddress = entries.error instanceof ApiProblem && entries.error.status === 400;
    const action = wrongAddress ? (
      <Button onPress={onClear}>{t('common.clearFilters')}</Button>
    ) : (
      <Button onPress={() => entries.refetch()}>{t('common.retry')}</Button>
    );
    return (
      <ErrorState title={title} action={action}>
        {wrongAddress ? t('audit.wrongAddress') : detail}
      </ErrorState>
    );
  }
  const { items, total, more, nextCursor, previousCursor } = entries.data;
  if (items.length === 0 && filtered) {
    return (
      <EmptyState
        title={t('audit.noMatchTitle')}
        action={<Button onPress={onClear}>{t('common.clearFilters')}</Button>}
      >
        {t('audit.noMatchText')}
      </EmptyState>
    );
  }
  if (items.length === 0) return <EmptyState title={t('audit.emptyTitle')}>{t('audit.emptyText')}</EmptyState>;
  return (
    <>
      <AuditTable entries={items} onOpen={onOpen} />
      <Pagination
        label={t('common.pages')}
        previousLabel={t('common.previous')}
        nextLabel={t('common.next')}
        summary={
          <span role="status">
            {more ? t('audit.summaryMany', { count: total }) : t('audit.summary', { count: total })}
          </span>
        }
        onPrevious={previousCursor === null ? null : () => onCursor(previousCursor)}
        onNext={nextCursor === null ? null : () => onCursor(nextCursor)}
      />
    </>
  );
}
