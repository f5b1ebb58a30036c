'use client';

import { useTranslations } from 'use-intl';
import { pileOf } from '#components/statuses/pile.ts';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import type { Decision } from '#domain/plan.ts';
import { ItemDetails } from './item-details.tsx';
import { choicesFor } from './use-overrides.ts';

export type PlanItemPaneProps = {
  job: Job;
  item: Item | null;
  /** Beside the rows; else over them, opened by choosing. */
  wide: boolean;
  override: Decision | null;
  /** A reason was given for what needs one. */
  hasReason: boolean;
  /** Null: this person may look, not decide. */
  onDecide: ((items: readonly Item[], to: Decision | null) => void) | null;
  onClose: () => void;
  /** All items of the same decision, when they are all known: what can be decided at once. */
  alike: readonly Item[];
};

/** The chosen item of a plan: what changes and why, and what one may decide instead. */
export function PlanItemPane(props: PlanItemPaneProps) {
  const { item, wide, onClose } = props;
  const t = useTranslations('batches.plan');
  const common = useTranslations('common');
  const title = item?.term ?? t('noTerm');
  if (!wide) {
    return (
      <SidePanel isOpen={item !== null} onClose={onClose} title={title} closeLabel={common('close')}>
        {item ? <Pane {...props} item={item} /> : null}
      </SidePanel>
    );
  }
  return (
    <section
      aria-label={t('chosen')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="h-[calc(100dvh-366px)] min-h-80 overflow-auto rounded-md border border-line bg-surface p-4"
    >
      {item ? (
        <>
          <h2 className="pb-2 text-lg font-semibold break-words">{title}</h2>
          <Pane {...props} item={item} />
        </>
      ) : (
        <p className="text-sm text-ink-muted">{t('chooseOne')}</p>
      )}
    </section>
  );
}

function Pane({ job, item, override, hasReason, onDecide, alike }: PlanItemPaneProps & { item: Item }) {
  return (
    <div className="flex flex-col gap-4">
      {onDecide ? <Choice {...{ job, item, override, hasReason, onDecide, alike }} /> : null}
      <ItemDetails jobId={job.id} position={item.position} />
    </div>
  );
}

type ChoiceProps = Pick<PlanItemPaneProps, 'job' | 'override' | 'hasReason' | 'alike'> & {
  item: Item;
  onDecide: NonNullable<PlanItemPaneProps['onDecide']>;
};

function Choice({ job, item, override, hasReason, onDecide, alike }: ChoiceProps) {
  const t = useTranslations('batches.plan');
  const piles = useTranslations('bulk.plan.will');
  const inPiles = job.operation === 'update';
  // What needs a reason goes through by the one reason for all of them, not by itself.
  const choices = choicesFor(item).filter((to) => !inPiles || to !== 'update');
  const will = (to: Decision): string => {
    if (!inPiles || to === 'new_version') return t(`will.${to}`);
    const pile = pileOf(to, item.reason);
    return piles(pile === 'needs_reason' && hasReason ? 'with_reason' : pile);
  };
  if (choices.length === 0 || item.decision === null) return null;
  const same = override
    ? alike.filter((one) => one.decision === item.decision && choicesFor(one).includes(override))
    : [];
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-line bg-ground p-3">
      <RadioGroup
        className="flex-row! flex-wrap gap-x-6 [&>*:first-child]:basis-full"
        label={t('yourChoice')}
        options={[item.decision, ...choices].map((value) => ({
          value,
          label: value === item.decision ? t('asPlanned', { what: will(value) }) : will(value),
        }))}
        value={override ?? item.decision}
        onChange={(to) => onDecide([item], to === item.decision ? null : to)}
      />
      {override && same.length > 1 ? (
        <Button size="small" onPress={() => onDecide(same, override)}>
          {t('alsoOthers', { count: String(same.length), what: will(override) })}
        </Button>
      ) : null}
    </div>
  );
}
