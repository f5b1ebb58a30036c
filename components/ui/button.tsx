'use client';

import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Link } from '#components/ui/link.tsx';
import { cx } from './cx.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'medium' | 'small';

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium no-underline transition-colors select-none ' +
  'data-disabled:cursor-not-allowed data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-muted';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-line-strong bg-raised text-ink hover:border-ink-muted hover:bg-sunken',
  quiet:
    'border-transparent bg-transparent text-accent hover:bg-accent-soft data-disabled:border-transparent data-disabled:bg-transparent',
  danger: 'border-danger-ink bg-danger-ink text-raised hover:opacity-90',
};

const SIZES: Record<ButtonSize, string> = {
  medium: 'min-h-10 px-4 py-1.5 text-sm',
  small: 'min-h-8 px-3 py-1 text-sm',
};

/** The looks of a button, for a link or another element that must look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium', extra?: string): string {
  return cx(BASE, VARIANTS[variant], SIZES[size], extra);
}

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'isPending'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: a turning icon, and presses do nothing. The label stays. */
  pending?: boolean;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
};

export function Button({
  variant = 'secondary',
  size = 'medium',
  pending = false,
  icon,
  className,
  children,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps) {
  // Not React Aria's isPending: it announces this button by reference, and what it starts often takes the button away.
  const work = pending ? { 'aria-disabled': true } : { type, ...(onPress ? { onPress } : {}) };
  return (
    <AriaButton {...rest} {...work} className={buttonClass(variant, size, className)}>
      {pending ? <LoaderCircle aria-hidden size={16} className="animate-spin" /> : icon}
      {children}
    </AriaButton>
  );
}

export type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'className'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  className?: string;
};

/** A link to another page that looks like a button. */
export function LinkButton({
  variant = 'secondary',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </Link>
  );
}
