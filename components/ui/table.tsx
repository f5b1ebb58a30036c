import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

export type TableProps = {
  /** What the table holds; read first by a screen reader, shown when `showCaption`. */
  caption: ReactNode;
  showCaption?: boolean;
  /** Keeps the head in view while the page scrolls. Only without sideways scrolling. */
  stickyHead?: boolean;
  /** Below this width the table scrolls sideways in its own box; 0 never. */
  minWidth?: number;
  className?: string;
  children: ReactNode;
};

/** A native table in a box that scrolls sideways by keyboard too. */
export function Table({
  caption,
  showCaption = false,
  stickyHead = false,
  minWidth = 640,
  className,
  children,
}: TableProps) {
  return (
    <section
      aria-label={typeof caption === 'string' ? caption : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="w-full overflow-x-auto rounded-md border border-line bg-surface"
    >
      <table
        className={cx(
          'w-full border-collapse text-left text-sm',
          stickyHead && '[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10',
          className,
        )}
        style={{ minWidth }}
      >
        <caption className={showCaption ? 'px-3 py-2 text-left text-sm text-ink-muted' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="[&>tr:not(:last-child)>*]:border-b [&>tr>*]:border-line">{children}</tbody>;
}

export type SortDirection = 'ascending' | 'descending';

export type HeadCellProps = Omit<ComponentProps<'th'>, 'scope'> & {
  /** Given: the column can be sorted; null means by another column at the moment. */
  sort?: SortDirection | null;
  onSort?: () => void;
  numeric?: boolean;
};

/** A column head; with `onSort` a button inside it, and aria-sort on the cell. */
export function HeadCell({ sort, onSort, numeric = false, className, children, ...rest }: HeadCellProps) {
  const Icon = sort === 'ascending' ? ArrowUp : sort === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <th
      {...rest}
      scope="col"
      {...(onSort && sort ? { 'aria-sort': sort } : {})}
      className={cx(
        'h-10 border-b border-line bg-sunken px-3 py-1 text-xs font-semibold text-ink-muted',
        numeric && 'text-right',
        className,
      )}
    >
      {onSort ? (
        <button
          type="button"
          onClick={onSort}
          className={cx(
            '-mx-1.5 inline-flex min-h-7 items-center gap-1 rounded-sm px-1.5 hover:bg-neutral hover:text-ink',
            sort && 'text-ink',
          )}
        >
          {children}
          <Icon aria-hidden size={14} className={sort ? '' : 'opacity-60'} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export type TableRowProps = ComponentProps<'tr'> & { selected?: boolean };

export function TableRow({ selected = false, className, ...rest }: TableRowProps) {
  return (
    <tr {...rest} className={cx('transition-colors', selected ? 'bg-accent-soft' : 'hover:bg-raised', className)} />
  );
}

export type CellProps = ComponentProps<'td'> & { numeric?: boolean };

export function Cell({ numeric = false, className, ...rest }: CellProps) {
  return <td {...rest} className={cx('px-3 py-2 align-top', numeric && 'text-right', className)} />;
}

/** The cell that names the row. */
export function RowHeadCell({ className, ...rest }: Omit<ComponentProps<'th'>, 'scope'>) {
  return <th {...rest} scope="row" className={cx('px-3 py-2 text-left align-top font-medium', className)} />;
}
