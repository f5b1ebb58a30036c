import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';

export type CardProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string };

/** A part of a page with a border of its own; with a title it is a named region. */
export function Card({ title, aside, children, className }: CardProps) {
  const id = useId();
  return (
    <section
      {...(title ? { 'aria-labelledby': id } : {})}
      className={cx('rounded-md border border-line bg-surface', className)}
    >
      {title ? (
        <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {aside}
        </header>
      ) : null}
      <div className="p-4">{children}</div>
    </section>
  );
}

export type StatProps = { label: ReactNode; value: ReactNode; note?: ReactNode };

/** A number with its name. Put several in a `<dl>` grid. */
export function Stat({ label, value, note }: StatProps) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-xs text-ink-muted">{label}</dt>
      <dd className="text-xl font-semibold text-ink">{value}</dd>
      {note ? <dd className="text-xs text-ink-muted">{note}</dd> : null}
    </div>
  );
}
