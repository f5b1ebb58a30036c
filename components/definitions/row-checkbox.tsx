'use client';

import { Check, Minus } from 'lucide-react';
import { cx } from '#components/ui/cx.ts';

export type RowCheckboxProps = {
  label: string;
  checked: boolean;
  /** Some, but not all, of what this box stands for. */
  mixed?: boolean;
  onToggle: (on: boolean, withShift: boolean) => void;
};

/** A native box, since it has to know whether Shift is held, and since a page holds two hundred of them. */
export function RowCheckbox({ label, checked, mixed = false, onToggle }: RowCheckboxProps) {
  const isOn = checked || mixed;
  return (
    <span className="relative -m-1 inline-flex size-8 shrink-0 items-center justify-center">
      <input
        ref={(box) => {
          if (box) box.indeterminate = mixed;
        }}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={(event) => onToggle(event.target.checked, hasShift(event.nativeEvent))}
        className="absolute inset-0 size-8 cursor-default appearance-none rounded-sm outline-offset-0"
      />
      <span
        aria-hidden
        className={cx(
          'pointer-events-none flex size-[18px] items-center justify-center rounded-[4px] border transition-colors',
          isOn ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong bg-raised',
        )}
      >
        {mixed ? <Minus size={14} strokeWidth={3} /> : checked ? <Check size={14} strokeWidth={3} /> : null}
      </span>
    </span>
  );
}

/** React listens to the click of a box for its change, and that knows the keys held. */
function hasShift(event: Event): boolean {
  return 'shiftKey' in event && event.shiftKey === true;
}
