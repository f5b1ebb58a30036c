'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Chip } from '#components/ui/chip.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { SelectionState } from './selection.ts';
import { useFilterWords } from './use-filter-words.ts';

export type ExportSelectionProps = {
  state: SelectionState;
  /** As the server counts it; undefined while it is counting. */
  count: number | undefined;
  /** As the list had it. */
  shown: number;
};

/** How many definitions, and why those: nobody should be surprised by rows they did not see. */
export function ExportSelection({ state, count, shown }: ExportSelectionProps) {
  const t = useTranslations('definitions.export');
  const format = useFormat();
  return (
    <section className="flex flex-col gap-2">
      <p role="status" className="flex min-h-9 flex-wrap items-baseline gap-x-2">
        {count === undefined ? (
          <>
            <span className="sr-only">{t('counting')}</span>
            <Skeleton className="h-7 w-40" />
          </>
        ) : (
          <>
            <span className="text-2xl font-semibold">{t('count', { count })}</span>
            <span className="text-ink-muted">{t('countNote')}</span>
          </>
        )}
      </p>
      {count !== undefined && count !== shown ? (
        <p className="text-warning-ink">{t('countChanged', { before: format.number(shown) })}</p>
      ) : null}
      <Why state={state} />
    </section>
  );
}

function Why({ state }: { state: SelectionState }) {
  const t = useTranslations('definitions.export');
  const words = useFilterWords();
  if (state.mode === 'ids') return <p className="text-ink-muted">{t('byHand')}</p>;
  const parts = words(state.filter);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-1.5 text-ink-muted">
        <span>{t('byFilter')}</span>
        {parts.length === 0 ? <span>{t('noFilter')}</span> : null}
        {parts.map(({ part, value, text }) => (
          <Chip key={`${part}-${value}`} tone="accent">
            {text}
          </Chip>
        ))}
      </div>
      {state.excluded.size > 0 ? (
        <p className="text-ink-muted">{t('excluded', { count: state.excluded.size })}</p>
      ) : null}
    </div>
  );
}
