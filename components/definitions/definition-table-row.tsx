'use client';

import { type MouseEvent, memo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { DefinitionStatusBadge } from '#components/statuses/definition-status-badge.tsx';
import { cx } from '#components/ui/cx.ts';
import { Cell, RowHeadCell, TableRow } from '#components/ui/table.tsx';
import type { DefinitionRow } from '#contract/definitions.ts';
import { ContextChips } from './context-chips.tsx';
import { DeletedBadge } from './deleted-badge.tsx';
import { Marks } from './marks.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import { Score } from './score.tsx';

export type DefinitionTableRowProps = {
  row: DefinitionRow;
  selected: boolean;
  open: boolean;
  deleted: boolean;
  onToggle: ((id: string, on: boolean, withShift: boolean) => void) | null;
  onOpen: (id: string) => void;
};

/** One definition. Memoised: ticking one of two hundred rows draws one. */
export const DefinitionTableRow = memo(function DefinitionTableRow(props: DefinitionTableRowProps) {
  const { row, selected, open, deleted, onToggle, onOpen } = props;
  const t = useTranslations('definitions.selection');
  const format = useFormat();
  return (
    <TableRow
      selected={selected}
      className={cx('cursor-default', open && 'shadow-[inset_3px_0_0_var(--accent)]')}
      onClick={(event) => openByMouse(event, () => onOpen(row.id))}
    >
      {onToggle ? (
        <Cell className="pr-0">
          <RowCheckbox
            label={t('row', { term: row.term })}
            checked={selected}
            onToggle={(on, withShift) => onToggle(row.id, on, withShift)}
          />
        </Cell>
      ) : null}
      <RowHeadCell>
        <TermButton term={row.term} onOpen={() => onOpen(row.id)} />
        {deleted ? <DeletedBadge /> : null}
      </RowHeadCell>
      <Cell>
        <p className="line-clamp-2 break-words text-ink-muted">{row.definition}</p>
      </Cell>
      <Cell>
        <DefinitionStatusBadge status={row.status} />
        <Marks row={row} />
      </Cell>
      <Cell>
        <ContextChips organisational={row.organisationalContext} legal={row.legalContext} />
      </Cell>
      <Cell>
        <p className="line-clamp-2 break-words text-ink-muted" title={row.legalBasis.join('\n')}>
          {row.legalBasis.join('; ')}
        </p>
      </Cell>
      <Cell>
        <Score score={row.qualityScore} verdict={row.verdict} />
      </Cell>
      <Cell className="whitespace-nowrap text-ink-muted">
        <time dateTime={row.updatedAt} title={format.dateTime(row.updatedAt)}>
          {format.date(row.updatedAt)}
        </time>
      </Cell>
    </TableRow>
  );
});

/** What opens a definition by keyboard and for a screen reader; the rest of the row only helps the mouse. */
export function TermButton({ term, onOpen }: { term: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      data-opens-row=""
      aria-haspopup="dialog"
      onClick={onOpen}
      className="block min-h-6 max-w-full rounded-sm text-left font-medium break-words text-ink underline-offset-2 hover:text-accent hover:underline"
    >
      <span className="line-clamp-3 hyphens-auto" title={term}>
        {term}
      </span>
    </button>
  );
}

/** Opens by a press anywhere on a row, but not on a control in it and not when text was selected. */
export function openByMouse(event: MouseEvent<HTMLElement>, open: () => void): void {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest('button, a, input, label')) return;
  if (window.getSelection()?.isCollapsed === false) return;
  // The panel gives focus back to where it was.
  event.currentTarget.querySelector<HTMLElement>('[data-opens-row]')?.focus({ preventScroll: true });
  open();
}
