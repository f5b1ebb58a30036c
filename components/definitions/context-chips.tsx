'use client';

import { useTranslations } from 'use-intl';
import { Chip } from '#components/ui/chip.tsx';

export type ContextChipsProps = { organisational: readonly string[]; legal: readonly string[] };

/** The contexts of a row: the first of each kind to see, all of them to hear and on hover. Never more than two lines. */
export function ContextChips({ organisational, legal }: ContextChipsProps) {
  const t = useTranslations('definitions.grid');
  const [organisation, ...otherOrganisations] = organisational;
  const [law, ...otherLaws] = legal;
  const shown = [
    ...(organisation === undefined ? [] : [{ name: organisation, tone: 'neutral' as const }]),
    ...(law === undefined ? [] : [{ name: law, tone: 'info' as const }]),
  ];
  const more = [...otherOrganisations, ...otherLaws];
  return (
    <ul className="flex min-w-0 flex-wrap gap-1" title={[...organisational, ...legal].join(', ')}>
      {shown.map(({ name, tone }, index) => (
        <li key={tone} className="flex max-w-full min-w-0 gap-1">
          <Chip tone={tone} className="min-w-0">
            {name}
          </Chip>
          {more.length > 0 && index === shown.length - 1 ? (
            <Chip className="shrink-0">
              <span aria-hidden>+{more.length}</span>
              <span className="sr-only">
                {t('moreContexts', { count: String(more.length), names: more.join(', ') })}
              </span>
            </Chip>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
