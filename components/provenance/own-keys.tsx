'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import type { PartnerKeys } from '#contract/provenance.ts';

/** What chain partners need to trust what this installation signs. */
export function OwnKeys({ own }: { own: PartnerKeys['own'] }) {
  const t = useTranslations('provenance.page');
  const format = useFormat();
  return (
    <Card title={t('ownKeys')}>
      <p className="pb-3 text-sm text-ink-muted">{own.length === 0 ? t('noOwnKeys') : t('ownKeysText')}</p>
      <ul className="flex flex-col gap-3 text-sm">
        {own.map(({ keyId, publicKey, since, inUse }) => (
          <li key={keyId} className="flex flex-col">
            <span>
              <code className="font-mono">{keyId}</code> · {t('since', { when: format.dateTime(since) })} ·{' '}
              {t(inUse ? 'inUse' : 'before')}
            </span>
            <code className="font-mono text-xs break-all text-ink-muted">{publicKey}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
