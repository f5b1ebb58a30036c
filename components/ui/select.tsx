'use client';

import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { DESCRIPTION, INPUT, LABEL, OPTION, POPOVER } from './field-styles.ts';

type SelectOption<T extends string> = { value: T; label: string; description?: string };

export type SelectProps<T extends string> = {
  label: string;
  /** Hides the label to the eye; it stays the name. */
  hideLabel?: boolean;
  description?: ReactNode;
  options: readonly SelectOption<T>[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean;
  className?: string;
};

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel = false, description, options, value, onChange, isDisabled = false, className } = props;
  return (
    <AriaSelect
      selectedKey={value}
      onSelectionChange={(key) => onChange(key as T)}
      isDisabled={isDisabled}
      // Its button shows where the focus is.
      className={cx('flex flex-col gap-1 data-focus-visible:outline-none', className)}
    >
      <Label className={hideLabel ? 'sr-only' : LABEL}>{label}</Label>
      {description ? (
        <Text slot="description" className={DESCRIPTION}>
          {description}
        </Text>
      ) : null}
      <Button className={cx(INPUT, 'flex items-center justify-between gap-2 text-left hover:border-ink-muted')}>
        <SelectValue className="truncate">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden size={16} className="shrink-0 text-ink-muted" />
      </Button>
      <Popover offset={4} className={POPOVER}>
        <ListBox className="max-h-80 overflow-auto p-1 outline-none">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={cx(OPTION, 'group')}>
              <Check aria-hidden size={16} className="invisible shrink-0 text-accent group-data-selected:visible" />
              <span className="flex min-w-0 flex-col">
                <Text slot="label">{option.label}</Text>
                {option.description ? (
                  <Text slot="description" className="text-xs text-ink-muted">
                    {option.description}
                  </Text>
                ) : null}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
