'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { Definition } from '#contract/definitions.ts';

/** The legal holds on a definition: for what, by whom, since when and why. Nothing for one that is free. */
export function HeldNotice({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.page');
  const format = useFormat();
  if (definition.holds.length === 0) return null;
  return (
    <div className="pb-4">
      <Banner tone="warning" title={t('heldTitle')}>
        <ul className="flex flex-col gap-1">
          {definition.holds.map(({ matter, reason, placedBy, placedAt }) => (
            <li key={matter}>{t('heldBy', { matter, reason, name: placedBy, date: format.dateTime(placedAt) })}</li>
          ))}
        </ul>
        <p className="pt-1">{t('heldHelp')}</p>
      </Banner>
    </div>
  );
}
