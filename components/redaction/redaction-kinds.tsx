'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import type { HitDecisions, Redactions } from '#contract/redaction.ts';

export type RedactionKindsProps = {
  redactions: Redactions;
  onDecide?: ((decisions: HitDecisions) => void) | undefined;
};

/** How many hits of each kind there are, and how many are replaced; a kind is decided over as a whole. */
export function RedactionKinds({ redactions, onDecide }: RedactionKindsProps) {
  const t = useTranslations('redaction.page');
  const names = useTranslations('redaction.kinds');
  const format = useFormat();
  return (
    <Card title={t('summary')}>
      <ul className="flex flex-col divide-y divide-line text-sm">
        {redactions.kinds.map(({ kind, found, redact }) => (
          <li key={kind} className="flex flex-col gap-1.5 py-2 first:pt-0 last:pb-0">
            <span className="flex justify-between gap-3">
              <span className="first-letter:uppercase">{names(kind)}</span>
              <span className="tabular-nums whitespace-nowrap">
                {t('of', { shown: format.number(redact), total: format.number(found) })}
              </span>
            </span>
            {onDecide ? (
              <span className="flex flex-wrap gap-2">
                <Button
                  size="small"
                  aria-label={t('redactKind', { kind: names(kind) })}
                  isDisabled={redact === found}
                  onPress={() => onDecide({ decision: 'redact', kind })}
                >
                  {t('decision.redact')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('leaveKind', { kind: names(kind) })}
                  isDisabled={redact === 0}
                  onPress={() => onDecide({ decision: 'leave', kind })}
                >
                  {t('decision.leave')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
