'use client';

import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { countOf, type SelectionState } from './selection.ts';
import { IN_SCROLL_ROOM, useScrollRoom } from './use-scroll-room.ts';

export type BulkBarProps = {
  state: SelectionState;
  /** How many there are to choose from; undefined while the list shows only a part, which the chosen ones may not be in. */
  total: number | undefined;
  rowIds: readonly string[];
  onClear: () => void;
  /** What can be done with the selection: buttons. */
  children: ReactNode;
};

/** Slides in at the bottom as soon as something is chosen: how much, and what to do with it. */
export function BulkBar({ state, total, rowIds, onClear, children }: BulkBarProps) {
  const t = useTranslations('definitions.selection');
  const format = useFormat();
  const bar = useRef<HTMLElement>(null);
  const count = countOf(state);
  const visible = count > 0;
  useScrollRoom(bar, visible);
  const words = (of: SelectionState, number: number): string => {
    const all = of.mode === 'filter' ? of.total : total;
    if (all === undefined || all < number) return t('count', { count: number });
    return t('countOf', { count: format.number(number), total: format.number(all) });
  };
  return (
    <section
      ref={bar}
      aria-label={t('actions')}
      className={cx(
        'sticky bottom-4 z-20 mx-auto mt-auto w-full max-w-5xl max-sm:bottom-[68px]',
        IN_SCROLL_ROOM,
        visible &&
          'flex animate-rise flex-wrap items-center gap-x-4 gap-y-2 rounded-lg max-sm:gap-x-2 max-sm:px-3 border border-line-strong bg-raised px-4 py-2.5 shadow-overlay',
      )}
    >
      <div className="min-w-28 grow basis-0">
        {/* Mounted before it has words, or a screen reader would not hear the first ones. */}
        <p role="status" className="text-sm font-semibold">
          {visible ? words(state, count) : ''}
        </p>
        {visible ? <Explanation state={state} rowIds={rowIds} /> : null}
      </div>
      {visible ? (
        <div className="flex items-center gap-2">
          {children}
          <IconButton label={t('clear')} onPress={onClear}>
            <X aria-hidden size={18} />
          </IconButton>
        </div>
      ) : null}
    </section>
  );
}

/** What a number alone does not tell: that rows out of sight are meant too. */
function Explanation({ state, rowIds }: { state: SelectionState; rowIds: readonly string[] }) {
  const t = useTranslations('definitions.selection');
  if (state.mode === 'filter') {
    const excepted = state.excluded.size;
    return (
      <p className="text-xs text-ink-muted">
        {excepted > 0 ? t('byFilterExcept', { count: excepted }) : t('byFilter')}
      </p>
    );
  }
  const here = rowIds.filter((id) => state.ids.has(id)).length;
  const elsewhere = state.ids.size - here;
  return elsewhere > 0 ? <p className="text-xs text-ink-muted">{t('elsewhere', { count: elsewhere })}</p> : null;
}
