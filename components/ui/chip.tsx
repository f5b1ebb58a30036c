import type { LucideIcon } from 'lucide-react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral' | 'accent';

const TONES: Record<Tone, string> = {
  success: 'bg-success text-success-ink',
  warning: 'bg-warning text-warning-ink',
  danger: 'bg-danger text-danger-ink',
  info: 'bg-info text-info-ink',
  neutral: 'bg-neutral text-neutral-ink',
  accent: 'bg-accent-soft text-accent',
};

/** A state as icon and word on a quiet ground; never colour alone. */
export function StatusBadge({
  tone,
  icon: Icon,
  children,
  spin = false,
}: {
  tone: Tone;
  icon: LucideIcon;
  children: ReactNode;
  spin?: boolean;
}) {
  return (
    <span
      className={cx(
        'inline-flex min-h-6 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      <Icon aria-hidden size={14} className={cx('shrink-0', spin && 'animate-spin [animation-duration:2.4s]')} />
      {children}
    </span>
  );
}

/** A small fact beside others: a context, a code, a count. */
export function Chip({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx('inline-flex min-h-6 max-w-full items-center rounded-sm px-1.5 text-xs', TONES[tone], className)}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}

export type RemovableChipProps = { children: ReactNode; removeLabel: string; onRemove: () => void };

/** An active filter that can be taken away. */
export function RemovableChip({ children, removeLabel, onRemove }: RemovableChipProps) {
  return (
    <span className={cx('inline-flex min-h-7 max-w-full items-center gap-0.5 rounded-sm pl-2 text-sm', TONES.accent)}>
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="flex size-7 shrink-0 items-center justify-center rounded-sm hover:bg-accent hover:text-accent-ink"
      >
        <X aria-hidden size={14} />
      </button>
    </span>
  );
}
