'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, CheckboxGroup, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Checkbox } from './checkbox.tsx';
import { cx } from './cx.ts';
import { POPOVER } from './field-styles.ts';

type FilterOption = { value: string; label: ReactNode; count?: ReactNode };

export type FilterPopoverProps = {
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** The word on the button that unticks everything. */
  clearLabel: string;
  /** Shown when there is nothing to choose from. */
  emptyText: string;
};

/** A filter of several alternatives: a button that opens a list of boxes with counts. */
export function FilterPopover({ label, options, selected, onChange, clearLabel, emptyText }: FilterPopoverProps) {
  const active = selected.length > 0;
  return (
    <DialogTrigger>
      <Button
        className={cx(
          'inline-flex min-h-9 items-center gap-1.5 rounded-md border px-3 text-sm transition-colors hover:border-ink-muted',
          active ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line-strong bg-raised text-ink',
        )}
      >
        {label}
        {active ? (
          <span className="rounded-full bg-accent px-1.5 text-xs leading-5 text-accent-ink">{selected.length}</span>
        ) : null}
        <ChevronDown aria-hidden size={16} className={active ? '' : 'text-ink-muted'} />
      </Button>
      <Popover offset={4} placement="bottom start" className={cx(POPOVER, 'w-72 max-w-[calc(100vw-24px)]')}>
        <Dialog aria-label={label} className="flex max-h-96 flex-col outline-none">
          {options.length === 0 ? <p className="p-4 text-sm text-ink-muted">{emptyText}</p> : null}
          <CheckboxGroup
            aria-label={label}
            value={[...selected]}
            onChange={onChange}
            className="flex min-h-0 flex-col overflow-auto p-1"
          >
            {options.map((option) => (
              <Checkbox
                key={option.value}
                value={option.value}
                className="rounded-sm px-1.5 py-1 hover:bg-accent-soft [&>span:last-child]:grow"
              >
                <span className="flex justify-between gap-3">
                  <span className="min-w-0 break-words">{option.label}</span>
                  {option.count === undefined ? null : <span className="shrink-0 text-ink-muted">{option.count}</span>}
                </span>
              </Checkbox>
            ))}
          </CheckboxGroup>
          {active ? (
            <div className="border-t border-line p-1">
              <Button
                onPress={() => onChange([])}
                className="min-h-9 w-full rounded-sm px-2 text-left text-sm text-accent hover:bg-accent-soft"
              >
                {clearLabel}
              </Button>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
