'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { DefinitionStatusBadge } from '#components/statuses/definition-status-badge.tsx';
import { cx } from '#components/ui/cx.ts';
import type { DefinitionRow } from '#contract/definitions.ts';
import { ContextChips } from './context-chips.tsx';
import { openByMouse, TermButton } from './definition-table-row.tsx';
import { DeletedBadge } from './deleted-badge.tsx';
import { Marks } from './marks.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import { Score } from './score.tsx';
import { isSelected, pageState } from './selection.ts';
import type { RowSelection } from './use-row-selection.ts';

export type DefinitionCardsProps = {
  rows: readonly DefinitionRow[];
  onOpen: (id: string) => void;
  selection: RowSelection | null;
  isStale: boolean;
  /** They were deleted. */
  deleted: boolean;
};

/** The grid where there is no room for columns: the same rows as a list of cards. */
export function DefinitionCards({ rows, onOpen, selection, isStale, deleted }: DefinitionCardsProps) {
  const t = useTranslations('definitions');
  const ids = rows.map(({ id }) => id);
  const page = selection ? pageState(selection.state, ids) : 'none';
  return (
    <div aria-busy={isStale} className={cx('flex flex-col gap-2 transition-opacity', isStale && 'opacity-60')}>
      {selection ? (
        <div className="flex items-center gap-2 px-3 text-sm text-ink-muted">
          <RowCheckbox
            label={t('selection.page')}
            checked={page === 'all'}
            mixed={page === 'some'}
            onToggle={selection.togglePage}
          />
          <span aria-hidden>{t('selection.page')}</span>
        </div>
      ) : null}
      <ul aria-label={t('grid.caption')} className="flex flex-col gap-2">
        {rows.map((row) => (
          <Card
            key={row.id}
            row={row}
            deleted={deleted}
            selected={selection ? isSelected(selection.state, row.id) : false}
            onToggle={selection?.toggleRow ?? null}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </div>
  );
}

type CardProps = {
  row: DefinitionRow;
  deleted: boolean;
  selected: boolean;
  onToggle: RowSelection['toggleRow'] | null;
  onOpen: (id: string) => void;
};

const Card = memo(function Card({ row, deleted, selected, onToggle, onOpen }: CardProps) {
  const t = useTranslations('definitions.selection');
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the term in it is a button; the rest of the card only helps the thumb
    <li
      onClick={(event) => openByMouse(event, () => onOpen(row.id))}
      className={cx(
        'flex gap-2 rounded-md border p-3',
        selected ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      {onToggle ? (
        <RowCheckbox
          label={t('row', { term: row.term })}
          checked={selected}
          onToggle={(on, withShift) => onToggle(row.id, on, withShift)}
        />
      ) : null}
      <div className="flex min-w-0 grow flex-col gap-2">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <TermButton term={row.term} onOpen={() => onOpen(row.id)} />
          <span className="flex flex-wrap gap-1.5">
            {deleted ? <DeletedBadge /> : null}
            <DefinitionStatusBadge status={row.status} />
          </span>
        </div>
        <p className="line-clamp-2 text-sm break-words text-ink-muted">{row.definition}</p>
        <Marks row={row} />
        <ContextChips organisational={row.organisationalContext} legal={row.legalContext} />
        <div className="flex items-end justify-between gap-3 text-sm">
          <Score score={row.qualityScore} verdict={row.verdict} />
          <time dateTime={row.updatedAt} className="text-xs text-ink-muted">
            {format.date(row.updatedAt)}
          </time>
        </div>
      </div>
    </li>
  );
});
