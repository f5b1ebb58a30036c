'use client';

import { Search, X } from 'lucide-react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { INPUT } from './field-styles.ts';

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'className' | 'children' | 'aria-label'> & {
  label: string;
  placeholder?: string;
  className?: string;
};

/** A search box with its own clear button (named by React Aria in the language of the page); Esc clears too. */
export function SearchField({ label, placeholder, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={cx('group relative flex items-center', className)}>
      <Search aria-hidden size={16} className="pointer-events-none absolute left-3 text-ink-muted" />
      <Input
        placeholder={placeholder ?? label}
        className={cx(INPUT, 'px-9 [&::-webkit-search-cancel-button]:hidden')}
      />
      <Button className="absolute right-1.5 flex size-7 items-center justify-center rounded-sm text-ink-muted hover:bg-sunken hover:text-ink group-data-empty:hidden">
        <X aria-hidden size={16} />
      </Button>
    </AriaSearchField>
  );
}
