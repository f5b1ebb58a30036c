'use client';

import { useTranslations } from 'use-intl';
import { Chip } from '#components/ui/chip.tsx';
import { cx } from '#components/ui/cx.ts';

const SHOWN = 2;

export type ContextChipsProps = { organisational: readonly string[]; legal: readonly string[]; className?: string };

/** The contexts of a row: the first few to see, all of them to hear and on hover. */
export function ContextChips({ organisational, legal, className }: ContextChipsProps) {
  const t = useTranslations('definitions.grid');
  const all = [
    ...organisational.map((name) => ({ name, tone: 'neutral' as const })),
    ...legal.map((name) => ({ name, tone: 'info' as const })),
  ];
  const more = all.slice(SHOWN).map(({ name }) => name);
  return (
    <ul className={cx('flex min-w-0 flex-wrap gap-1', className)} title={all.map(({ name }) => name).join(', ')}>
      {all.slice(0, SHOWN).map(({ name, tone }) => (
        <li key={`${tone}-${name}`} className="flex max-w-full min-w-0">
          <Chip tone={tone}>{name}</Chip>
        </li>
      ))}
      {more.length > 0 ? (
        <li className="flex">
          <Chip className="text-ink-muted">
            <span aria-hidden>+{more.length}</span>
            <span className="sr-only">{t('moreContexts', { count: String(more.length), names: more.join(', ') })}</span>
          </Chip>
        </li>
      ) : null}
    </ul>
  );
}
