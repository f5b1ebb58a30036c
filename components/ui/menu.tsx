'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from './cx.ts';
import { OPTION, POPOVER } from './field-styles.ts';

type MenuEntry = {
  id: string;
  label: string;
  icon?: ReactNode;
  onAction?: () => void;
  href?: string;
  isDisabled?: boolean;
  danger?: boolean;
};

export type MenuProps = {
  /** A Button or IconButton. */
  trigger: ReactNode;
  label: string;
  entries: readonly MenuEntry[];
  /** Set: the entries are alternatives and this one is on. */
  selected?: string;
  /** Text above the entries, such as who is signed in. */
  header?: ReactNode;
};

/** A button that opens a list of commands, or of alternatives when `selected` is given. */
export function Menu({ trigger, label, entries, selected, header }: MenuProps) {
  const choice = selected === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [selected] };
  return (
    <MenuTrigger>
      {trigger}
      <Popover offset={4} placement="bottom end" className={cx(POPOVER, 'min-w-52 max-w-80')}>
        {header ? <div className="border-b border-line px-3 py-2 text-sm">{header}</div> : null}
        <AriaMenu aria-label={label} className="p-1 outline-none" {...choice}>
          {entries.map((entry) => (
            <AriaMenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              className={cx(OPTION, 'group no-underline', entry.danger && 'text-danger-ink')}
              {...(entry.onAction ? { onAction: entry.onAction } : {})}
              {...(entry.href ? { href: entry.href } : {})}
            >
              {entry.icon}
              <span className="grow">{entry.label}</span>
              {selected === undefined ? null : (
                <Check aria-hidden size={16} className="invisible text-accent group-data-selected:visible" />
              )}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
