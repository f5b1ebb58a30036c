'use client';

import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import { cx } from './cx.ts';

export type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'children'> & {
  /** Leave out for a bare box, and give `aria-label`. */
  children?: ReactNode;
  description?: ReactNode;
  className?: string;
};

/** A box with three states: on, off, and `isIndeterminate` (some of them). The target is at least 24 x 24 px. */
export function Checkbox({ children, description, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={cx(
        'group inline-flex min-h-6 min-w-6 items-start gap-2 rounded-sm text-sm text-ink data-disabled:text-ink-muted',
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            aria-hidden
            className={cx(
              'm-[3px] flex size-[18px] shrink-0 items-center justify-center rounded-[4px] border transition-colors group-data-disabled:opacity-60',
              isSelected || isIndeterminate
                ? 'border-accent bg-accent text-accent-ink'
                : 'border-line-strong bg-raised group-data-hovered:border-ink',
            )}
          >
            {isIndeterminate ? (
              <Minus size={14} strokeWidth={3} />
            ) : isSelected ? (
              <Check size={14} strokeWidth={3} />
            ) : null}
          </span>
          {children ? (
            <span className="flex min-w-0 flex-col py-px">
              <span>{children}</span>
              {description ? <span className="text-ink-muted">{description}</span> : null}
            </span>
          ) : null}
        </>
      )}
    </AriaCheckbox>
  );
}
