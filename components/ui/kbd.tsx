import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block self-center rounded-sm border border-line-strong bg-raised px-1.5 font-sans text-xs leading-5 text-ink-muted">
      {children}
    </kbd>
  );
}
