'use client';

import { ChevronDown } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { POPOVER } from '#components/ui/field-styles.ts';
import { FacetList, type FacetListProps } from './facet-list.tsx';

/** One filter of the bar: a button that says how many alternatives are ticked and opens them. */
export function FacetPopover(props: Omit<FacetListProps, 'className'>) {
  const t = useTranslations();
  const name = t(`definitions.facet.${props.facet}`);
  const count = props.selected.length;
  return (
    <DialogTrigger>
      <Button
        className={cx(
          'inline-flex min-h-10 items-center gap-1.5 rounded-md border px-3 text-sm transition-colors hover:border-ink-muted',
          count > 0 ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line-strong bg-raised text-ink',
        )}
      >
        {name}
        {count > 0 ? (
          <span className="rounded-full bg-accent px-1.5 text-xs leading-5 text-accent-ink">{count}</span>
        ) : null}
        <ChevronDown aria-hidden size={16} className={count > 0 ? '' : 'text-ink-muted'} />
      </Button>
      <Popover offset={4} placement="bottom start" className={cx(POPOVER, 'w-76 max-w-[calc(100vw-24px)]')}>
        <Dialog aria-label={name} className="flex max-h-96 flex-col outline-none">
          <FacetList {...props} className="p-1" />
          {count > 0 ? (
            <div className="border-t border-line p-1">
              <Button
                onPress={() => props.onChange([])}
                className="min-h-9 w-full rounded-sm px-2 text-left text-sm text-accent hover:bg-accent-soft"
              >
                {t('common.clear')}
              </Button>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
