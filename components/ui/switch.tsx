'use client';

import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { cx } from './cx.ts';

export type SwitchProps = Omit<AriaSwitchProps, 'className' | 'children'> & {
  /** The words beside it; give `aria-label` where they do not say enough by themselves. */
  children: ReactNode;
  className?: string;
};

/** On or off, at once. The target is at least 24 px high. */
export function Switch({ children, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      className={cx(
        'group inline-flex min-h-8 items-center gap-2 rounded-sm text-sm text-ink data-disabled:text-ink-muted',
        className,
      )}
    >
      <span
        aria-hidden
        className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors group-data-selected:border-accent group-data-selected:bg-accent"
      >
        <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-4 group-data-selected:bg-accent-ink" />
      </span>
      {children}
    </AriaSwitch>
  );
}
