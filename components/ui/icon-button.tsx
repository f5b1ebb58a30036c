'use client';

import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

const BASE =
  'inline-flex size-9 shrink-0 items-center justify-center rounded-md border border-transparent text-ink-muted transition-colors ' +
  'hover:bg-sunken hover:text-ink data-pressed:bg-sunken data-disabled:cursor-not-allowed data-disabled:opacity-50';

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> & {
  /** The name for assistive technology, and the tooltip. */
  label: string;
  /** Set false where the label is already visible beside it or a menu opens at once. */
  tooltip?: boolean;
  className?: string;
  children: ReactNode;
};

export function IconButton({ label, tooltip = true, className, children, ...rest }: IconButtonProps) {
  const button = (
    <AriaButton {...rest} aria-label={label} className={cx(BASE, className)}>
      {children}
    </AriaButton>
  );
  return tooltip ? <Tooltip text={label}>{button}</Tooltip> : button;
}
