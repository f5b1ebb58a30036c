import type { ReactNode } from 'react';

export type PageHeaderProps = { title: ReactNode; context?: ReactNode; actions?: ReactNode };

/** The top of every page: its one h1, one line of context, and what one mostly does here at the right. */
export function PageHeader({ title, context, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-5">
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold tracking-tight break-words">{title}</h1>
        {context ? <p className="text-sm text-ink-muted">{context}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
