'use client';

import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';

export type PageProblemProps = { code: string; title: string; children: ReactNode; actions: ReactNode };

/** A whole page that says what went wrong and where to go. */
export function PageProblem({ code, title, children, actions }: PageProblemProps) {
  return (
    <div className="flex min-h-[70dvh] items-center justify-center px-4 py-12">
      <div className="flex w-full max-w-lg flex-col gap-3 rounded-lg border border-line bg-surface p-8">
        <div className="flex items-center justify-between pb-2">
          <Logo size={36} />
          <span className="font-mono text-sm text-ink-muted">{code}</span>
        </div>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <div className="text-base text-ink-muted">{children}</div>
        <div className="flex flex-wrap gap-2 pt-3">{actions}</div>
      </div>
    </div>
  );
}
