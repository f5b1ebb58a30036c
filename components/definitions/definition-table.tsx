'use client';

import { useTranslations } from 'use-intl';
import type { DefinitionSort } from '#components/api/use-definitions.ts';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { cx } from '#components/ui/cx.ts';
import { HeadCell, type SortDirection, TableBody, TableHead } from '#components/ui/table.tsx';
import type { DefinitionRow } from '#contract/definitions.ts';
import { DefinitionTableRow } from './definition-table-row.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import { isSelected, pageState } from './selection.ts';
import type { RowSelection } from './use-row-selection.ts';

type SortColumn = 'term' | 'status' | 'qualityScore' | 'updatedAt';
/** What a first press gives: words from A, numbers and dates from the top or the bottom, whichever is looked for. */
const FIRST: Record<SortColumn, DefinitionSort> = {
  term: 'term',
  status: 'status',
  qualityScore: 'qualityScore',
  updatedAt: '-updatedAt',
};

export type DefinitionTableProps = {
  rows: readonly DefinitionRow[];
  sort: DefinitionSort;
  onSort: (sort: DefinitionSort) => void;
  openId: string | null;
  onOpen: (id: string) => void;
  /** Null: this person can do nothing with a selection, so there are no boxes. */
  selection: RowSelection | null;
  /** The rows are those of the question before; the next ones are on their way. */
  isStale: boolean;
  /** They were deleted. */
  deleted: boolean;
};

/** The grid: a native table whose head stays in view. Only below 1280 px it scrolls sideways. */
export function DefinitionTable(props: DefinitionTableProps) {
  const { rows, sort, onSort, openId, onOpen, selection, isStale, deleted } = props;
  const t = useTranslations('definitions');
  const label = useFieldLabel();
  const head = (column: SortColumn) => ({
    sort: directionOf(sort, column),
    onSort: () => onSort(nextSort(sort, column)),
  });
  return (
    <div className="relative overflow-x-auto rounded-md border border-line bg-surface xl:overflow-visible">
      <table
        aria-busy={isStale}
        className={cx(
          'w-full min-w-[960px] table-fixed border-collapse text-left text-sm transition-opacity',
          'xl:[&_thead_th]:sticky xl:[&_thead_th]:top-14 xl:[&_thead_th]:z-10',
          // A head that sticks keeps its buttons where they are and the rows' controls from under itself.
          'xl:[&_thead_:is(button,input)]:-scroll-mt-18 xl:[&_tbody_:is(button,input)]:scroll-mt-12',
          '[&_td]:px-2 [&_th]:px-2 [&_td:first-child]:pl-3 [&_th:first-child]:pl-3',
          '[&_thead_th:first-child]:rounded-tl-[7px] [&_thead_th:last-child]:rounded-tr-[7px]',
          isStale && 'opacity-60',
        )}
      >
        <caption className="sr-only">{t('grid.caption')}</caption>
        <Columns withBoxes={selection !== null} />
        <TableHead>
          {selection ? (
            <HeadCell className="pr-0">
              <PageBox rows={rows} selection={selection} />
            </HeadCell>
          ) : null}
          <HeadCell {...head('term')}>{label('term')}</HeadCell>
          <HeadCell>{label('definition')}</HeadCell>
          <HeadCell {...head('status')}>{label('status')}</HeadCell>
          <HeadCell>{t('grid.context')}</HeadCell>
          <HeadCell>{label('legalBasis')}</HeadCell>
          <HeadCell {...head('qualityScore')}>{t('grid.score')}</HeadCell>
          <HeadCell {...head('updatedAt')}>{t('grid.changed')}</HeadCell>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <DefinitionTableRow
              key={row.id}
              row={row}
              selected={selection ? isSelected(selection.state, row.id) : false}
              open={row.id === openId}
              deleted={deleted}
              onToggle={selection?.toggleRow ?? null}
              onOpen={onOpen}
            />
          ))}
        </TableBody>
      </table>
    </div>
  );
}

/** Widths that fit 1280 px with the rail open; what is left goes to the text. */
export function Columns({ withBoxes }: { withBoxes: boolean }) {
  return (
    <colgroup>
      {withBoxes ? <col className="w-10" /> : null}
      <col className="w-[16%]" />
      <col />
      <col className="w-[126px]" />
      <col className="w-[14%]" />
      <col className="w-[10%]" />
      <col className="w-[132px]" />
      <col className="w-[98px]" />
    </colgroup>
  );
}

function PageBox({ rows, selection }: { rows: readonly DefinitionRow[]; selection: RowSelection }) {
  const t = useTranslations('definitions.selection');
  const state = pageState(
    selection.state,
    rows.map(({ id }) => id),
  );
  return (
    <RowCheckbox
      label={t('page')}
      checked={state === 'all'}
      mixed={state === 'some'}
      onToggle={(on) => selection.togglePage(on)}
    />
  );
}

function directionOf(sort: DefinitionSort, column: SortColumn): SortDirection | null {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}

function nextSort(sort: DefinitionSort, column: SortColumn): DefinitionSort {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? column : FIRST[column];
}
