'use client';

import { Button as AriaButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Menu } from '#components/ui/menu.tsx';
import type { HitDecisions, RedactionHit } from '#contract/redaction.ts';

export type HitMarkProps = {
  hit: RedactionHit;
  position: number;
  value: string;
  /** Absent: the hits are fixed, and only shown. */
  onDecide?: ((decisions: HitDecisions) => void) | undefined;
};

/** Something that was found: struck out with its placeholder behind it, or left as it is; pressing it decides. */
export function HitMark({ hit, position, value, onDecide }: HitMarkProps) {
  const t = useTranslations('redaction.page');
  const { kind, number, placeholder, decision, sameValue, ordinal } = hit;
  const gone = decision === 'redact';
  const look = cx(
    'rounded-sm border px-0.5 text-left',
    gone
      ? 'border-danger-fill bg-danger text-danger-ink'
      : 'border-dashed border-line-strong bg-neutral text-neutral-ink',
  );
  const text = gone ? (
    <>
      <del>{value}</del> <span className="font-semibold whitespace-nowrap">{placeholder}</span>
    </>
  ) : (
    value
  );
  if (!onDecide) return <mark className={look}>{text}</mark>;
  const other = gone ? 'leave' : 'redact';
  return (
    <Menu
      label={t('forHit')}
      trigger={
        <AriaButton
          aria-label={t('hit', { placeholder, value, decision: t(`decision.${decision}`) })}
          className={cx(look, 'cursor-default hover:border-ink')}
        >
          {text}
        </AriaButton>
      }
      entries={[
        {
          id: 'hit',
          label: `${t('forHit')}: ${t(`decision.${other}`).toLowerCase()}`,
          onAction: () => onDecide({ decision: other, hits: [{ position, ordinal }] }),
        },
        ...(['redact', 'leave'] as const).map((wanted) => ({
          id: wanted,
          label: `${t('forValue', { placeholder, count: sameValue })}: ${t(`decision.${wanted}`).toLowerCase()}`,
          onAction: () => onDecide({ decision: wanted, value: { kind, number } }),
        })),
      ]}
    />
  );
}
