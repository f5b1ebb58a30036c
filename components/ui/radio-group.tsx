'use client';

import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Label, Radio, Text } from 'react-aria-components';
import { cx } from './cx.ts';
import { DESCRIPTION, LABEL } from './field-styles.ts';

type RadioOption<T extends string> = {
  value: T;
  label: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
};

export type RadioGroupProps<T extends string> = {
  label: ReactNode;
  description?: ReactNode;
  options: readonly RadioOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean;
  className?: string;
};

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, description, options, value, onChange, isDisabled = false, className } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => onChange(next as T)}
      isDisabled={isDisabled}
      className={cx('flex flex-col gap-2', className)}
    >
      <Label className={LABEL}>{label}</Label>
      {description ? (
        <Text slot="description" className={DESCRIPTION}>
          {description}
        </Text>
      ) : null}
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          isDisabled={option.isDisabled ?? false}
          className="group flex min-h-6 items-start gap-2 rounded-sm text-sm text-ink data-disabled:text-ink-muted"
        >
          <span
            aria-hidden
            className="m-[3px] flex size-[18px] shrink-0 items-center justify-center rounded-full border border-line-strong bg-raised transition-colors group-data-hovered:border-ink group-data-selected:border-accent group-data-selected:bg-accent"
          >
            <span className="size-2 rounded-full bg-accent-ink opacity-0 group-data-selected:opacity-100" />
          </span>
          <span className="flex min-w-0 flex-col py-px">
            <span>{option.label}</span>
            {option.description ? <span className="text-ink-muted">{option.description}</span> : null}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
