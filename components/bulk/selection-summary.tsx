'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { countOf, type SelectionState } from '#components/definitions/selection.ts';
import { useFilterWords } from '#components/definitions/use-filter-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Chip } from '#components/ui/chip.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { FrozenSelection } from './use-frozen-selection.ts';
import { useSample } from './use-sample.ts';

export type SelectionSummaryProps = {
  frozen: FrozenSelection;
  /** After the number, such as "in deze export". */
  note?: ReactNode;
};

/** How many definitions, which ones and why those: nobody should be surprised by rows they did not see. */
export function SelectionSummary({ frozen: { state, count, foreign }, note }: SelectionSummaryProps) {
  const t = useTranslations('bulk.selection');
  const format = useFormat();
  const shown = countOf(state);
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
            {note ? <span className="text-ink-muted">{note}</span> : null}
          </>
        )}
      </p>
      {foreign > 0 ? <p className="text-ink-muted">{t('foreign', { count: foreign })}</p> : null}
      {count !== undefined && count + foreign !== shown ? (
        <p className="text-warning-ink">{t('countChanged', { before: format.number(shown) })}</p>
      ) : null}
      <Why state={state} />
      <Sample state={state} count={count} />
    </section>
  );
}

function Why({ state }: { state: SelectionState }) {
  const t = useTranslations('bulk.selection');
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

function Sample({ state, count }: { state: SelectionState; count: number | undefined }) {
  const t = useTranslations('bulk.selection');
  const sample = useSample(state);
  if (sample === undefined) return <Skeleton className="h-6 w-72 max-w-full" />;
  if (sample.length === 0) return null;
  const others = (count ?? 0) - sample.length;
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-ink-muted">
      <span id="bulk-sample">{others > 0 ? t('sample') : t('these')}</span>
      <ul aria-labelledby="bulk-sample" className="contents">
        {sample.map(({ id, term }) => (
          <li key={id} className="max-w-full">
            <Chip>{term}</Chip>
          </li>
        ))}
      </ul>
      {others > 0 ? <span>{t('others', { count: others })}</span> : null}
    </div>
  );
}
