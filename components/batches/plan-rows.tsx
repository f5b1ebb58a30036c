'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { DecisionBadge } from '#components/statuses/decision-badge.tsx';
import { pileOf } from '#components/statuses/pile.ts';
import { PileBadge } from '#components/statuses/pile-badge.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Item } from '#contract/jobs.ts';
import { findingText } from '#domain/finding-texts.ts';
import { decisionOf } from '#domain/plan.ts';
import type { Wish } from '#domain/plan-override.ts';
import { choicesFor } from './plan-choices.ts';
import type { WishOf } from './plan-wish.ts';

export type PlanRowsProps = {
  items: readonly Item[];
  /** How many there are in all, loaded or not. */
  total: number;
  chosen: number | null;
  onChoose: (item: Item) => void;
  wishOf: WishOf;
  /** Null: this person may look, not decide. */
  onDecide: ((item: Item, wish: Wish | null) => void) | null;
  /** An update: piles instead of decisions. */
  inPiles: boolean;
  /** A reason was given for what needs one. */
  hasReason: boolean;
  onNearEnd: () => void;
};

const ROW_HEIGHT = 60;
const OVERSCAN = 12;
/** Asks for more when this few loaded rows are left below. */
const NEAR_END = 40;

/** One key for the two decisions that are taken most; they work only while the rows have the focus (WCAG 2.1.4). */
const SKIP_KEY = 's';
const PLANNED_KEY = 'p';

/**
 * The rows of a plan as one list box: one stop of the Tab key, arrows choose. Only what is in view is in the document, with
 * its place in the whole told to a screen reader.
 */
export function PlanRows(props: PlanRowsProps) {
  const { items, total, chosen, onChoose, wishOf, onDecide, inPiles, hasReason, onNearEnd } = props;
  const t = useTranslations('batches.plan');
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - NEAR_END) onNearEnd();
  }, [last, items.length, onNearEnd]);
  const index = items.findIndex((item) => item.position === chosen);
  const move = (event: KeyboardEvent) => {
    const current = items[index];
    if (current && onDecide && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const key = event.key.toLowerCase();
      if (key === SKIP_KEY && choicesFor(current, inPiles ? 'update' : 'import').includes('skip'))
        return onDecide(current, { decision: 'skip' });
      if (key === PLANNED_KEY) return onDecide(current, null);
    }
    const to = indexAfter(event.key, index, items.length, rows.getVirtualItems().length);
    const item = to === null ? undefined : items[to];
    if (to === null || !item) return;
    event.preventDefault();
    rows.scrollToIndex(to);
    onChoose(item);
  };
  return (
    <div
      ref={box}
      {...(onDecide ? { 'aria-keyshortcuts': `${SKIP_KEY} ${PLANNED_KEY}` } : {})}
      role="listbox"
      aria-label={t('rows', { count: total })}
      aria-activedescendant={visible.some((row) => row.index === index) ? rowId(chosen) : undefined}
      tabIndex={0}
      onKeyDown={move}
      className="h-[calc(100dvh-366px)] min-h-80 overflow-auto rounded-md border border-line bg-surface"
    >
      <div role="presentation" className="relative w-full" style={{ height: rows.getTotalSize() }}>
        {visible.map((row) => {
          const item = items[row.index];
          return item ? (
            <Row
              key={item.position}
              item={item}
              top={row.start}
              place={row.index + 1}
              total={total}
              selected={item.position === chosen}
              wish={wishOf(item)}
              inPiles={inPiles}
              hasReason={hasReason && item.reason === 'gate_needs_reason'}
              onChoose={onChoose}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

function indexAfter(key: string, index: number, count: number, page: number): number | null {
  const step: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + Math.max(1, page - 2 * OVERSCAN),
    PageUp: index - Math.max(1, page - 2 * OVERSCAN),
    Home: 0,
    End: count - 1,
  };
  const to = step[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

const rowId = (position: number | null) => `plan-row-${position}`;

type RowProps = {
  item: Item;
  top: number;
  place: number;
  total: number;
  selected: boolean;
  wish: Wish | null;
  inPiles: boolean;
  hasReason: boolean;
  onChoose: (item: Item) => void;
};

/** Kept as it is while one scrolls: only rows that come into view are drawn. */
const Row = memo(function Row(props: RowProps) {
  const { item, top, place, total, selected, wish, inPiles, hasReason, onChoose } = props;
  const t = useTranslations('batches.plan');
  const decision = wish && wish.decision !== 'as_planned' ? decisionOf(wish.decision) : item.decision;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names the active row
    <div
      id={rowId(item.position)}
      role="option"
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={total}
      onClick={() => onChoose(item)}
      className={cx(
        'absolute inset-x-0 flex items-center gap-3 border-b border-line border-l-4 px-3',
        selected ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-raised',
      )}
      style={{ top, height: ROW_HEIGHT }}
    >
      <span className="min-w-0 grow">
        <span className="block truncate text-sm font-medium">{item.term ?? t('noTerm')}</span>
        <span className="block truncate text-xs text-ink-muted">
          <RowReason item={item} wish={wish} inPiles={inPiles} />
          {item.source.file ? ` · ${item.source.file}` : ''}
        </span>
      </span>
      {item.findings.length > 0 && !inPiles ? (
        <span className="flex shrink-0 items-center gap-1 text-xs text-ink-muted">
          <MessageSquareText aria-hidden size={14} />
          <span aria-hidden>{item.findings.length}</span>
          <span className="sr-only">{t('findings', { count: item.findings.length })}</span>
        </span>
      ) : null}
      {decision ? (
        <span className="shrink-0">
          {inPiles ? (
            <PileBadge pile={pileOf(hasReason && !wish ? 'update' : decision, item.reason)} />
          ) : (
            <DecisionBadge decision={decision} reason={wish ? null : item.reason} />
          )}
        </span>
      ) : null}
    </div>
  );
});

/** Why it was decided so; of what was refused, the error itself, and of what needs a reason, the objections. */
function RowReason({ item, wish, inPiles }: Pick<RowProps, 'item' | 'wish' | 'inPiles'>) {
  const t = useTranslations('bulk.plan');
  const reasons = useTranslations('statuses.reason');
  const locale = useLocale();
  const wishes = useTranslations('batches.plan');
  if (wish?.context) return wishes('inContext', { context: wish.context.value });
  if (wish) return reasons('by_hand');
  const said = inPiles
    ? objectionsOf(item)
    : item.findings.filter((finding) => finding.severity === 'error').slice(0, 1);
  if (said.length > 0) {
    return said.map((finding) => findingText(finding as Parameters<typeof findingText>[0], locale).message).join(' ');
  }
  if (inPiles && item.reason === 'content_differs') return t('changes');
  return item.reason ? reasons(item.reason) : null;
}

/** What stands between a definition and its new status; the findings of the check itself are another matter. */
function objectionsOf({ reason, findings }: Item): Item['findings'] {
  if (reason === 'gate_needs_reason' || reason === 'gate_blocked')
    return findings.filter(({ code }) => code.startsWith('gate_'));
  return reason === 'transition_not_allowed' || reason === 'has_errors' ? findings.slice(0, 1) : [];
}
