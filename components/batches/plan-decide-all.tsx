'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { PlanChoices } from '#contract/jobs.ts';
import { CHOICES, type Choice } from '#domain/plan.ts';
import type { Wish } from '#domain/plan-override.ts';
import { KeepBothDialog } from './keep-both-dialog.tsx';

export type PlanDecideAllProps = {
  /** How many the filter shows, and how many of those may become what. */
  choices: PlanChoices;
  onDecide: (wish: Wish) => void;
  /** Something was decided by hand, so that it can be taken back. */
  changed: boolean;
};

/** Decides at once over everything that the filter shows, loaded or not; offers only what exists for some of it. */
export function PlanDecideAll({ choices, onDecide, changed }: PlanDecideAllProps) {
  const t = useTranslations('batches.plan');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const possible = CHOICES.filter((choice) => choices.choices[choice] > 0);
  if (possible.length === 0) return null;
  const label = t('decideAll', { count: choices.total });
  const decide = (choice: Choice) => {
    if (choice === 'keep_both') return setAsking(true);
    onDecide({ decision: choice });
    announce(t('decidedAll', { count: choices.choices[choice], what: t(`will.${choice}`) }));
  };
  return (
    <>
      <Menu
        label={label}
        trigger={
          <Button size="small" icon={<ChevronDown aria-hidden size={16} />} isDisabled={choices.total === 0}>
            {label}
          </Button>
        }
        entries={[
          ...possible.map((choice) => ({
            id: choice,
            label: t('decideAllTo', {
              what: t(`will.${choice}`) + (choice === 'keep_both' ? '…' : ''),
              count: format.number(choices.choices[choice]),
            }),
            onAction: () => decide(choice),
          })),
          ...(changed
            ? [{ id: 'as_planned', label: t('allAsPlanned'), onAction: () => onDecide({ decision: 'as_planned' }) }]
            : []),
        ]}
      />
      <KeepBothDialog
        isOpen={asking}
        count={choices.choices.keep_both}
        chosen={null}
        onClose={() => setAsking(false)}
        onChoose={(context) => onDecide({ decision: 'keep_both', context })}
      />
    </>
  );
}
