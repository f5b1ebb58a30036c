'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CorrectButton, CorrectItem } from '#components/correction/correct-item.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { pileOf } from '#components/statuses/pile.ts';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import type { Item, Job } from '#contract/jobs.ts';
import type { Choice } from '#domain/plan.ts';
import type { Wish } from '#domain/plan-override.ts';
import { ItemDetails } from './item-details.tsx';
import { KeepBothDialog } from './keep-both-dialog.tsx';
import { choicesFor } from './plan-choices.ts';
import type { ForOthers, OnDecide } from './plan-wish.ts';

export type PlanItemPaneProps = {
  job: Job;
  item: Item | null;
  /** Beside the rows; else over them, opened by choosing. */
  wide: boolean;
  wish: (Wish & { decision: Choice }) | null;
  /** A reason was given for what needs one. */
  hasReason: boolean;
  onDecide: OnDecide | null;
  onClose: () => void;
  others: ForOthers | null;
  /** All items that are shown, when they are all known: what can be decided at once without `others`. */
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
      className="relative h-[calc(100dvh-366px)] min-h-96 overflow-auto rounded-md border border-line bg-surface p-4"
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

function Pane({ job, item, wish, hasReason, onDecide, others, alike }: PlanItemPaneProps & { item: Item }) {
  // Another row is another item: its form is closed.
  const [correcting, setCorrecting] = useState<number | null>(null);
  const mayCorrect = onDecide !== null && job.operation === 'import';
  if (mayCorrect && correcting === item.position) {
    return (
      <CorrectItem
        key={item.position}
        jobId={job.id}
        position={item.position}
        onAgain={null}
        onClose={() => {
          setCorrecting(null);
          onDecide([item], null);
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {mayCorrect ? (
        <div>
          <CorrectButton isEnded={false} onPress={() => setCorrecting(item.position)} />
        </div>
      ) : null}
      {onDecide ? <Decide {...{ job, item, wish, hasReason, onDecide, others, alike }} /> : null}
      <ItemDetails jobId={job.id} position={item.position} wish={wish} />
    </div>
  );
}

type DecideProps = Pick<PlanItemPaneProps, 'job' | 'wish' | 'hasReason' | 'others' | 'alike'> & {
  item: Item;
  onDecide: NonNullable<PlanItemPaneProps['onDecide']>;
};

function Decide({ job, item, wish, hasReason, onDecide, others, alike }: DecideProps) {
  const t = useTranslations('batches.plan');
  const will = useWill(job, item, hasReason);
  const [asking, setAsking] = useState(false);
  const { decision } = item;
  // What needs a reason goes through by the one reason for all of them, not by itself.
  const choices = choicesFor(item, job.operation).filter((to) => job.operation !== 'update' || to !== 'update');
  if (choices.length === 0 || decision === null) return null;
  const options = [
    { value: AS_PLANNED, label: t('asPlanned', { what: will(decision) }) },
    ...choices.map((value) => ({ value: value as string, label: will(value) })),
  ];
  const choose = (to: string) => {
    const choice = choices.find((one) => one === to) ?? null;
    if (choice === 'keep_both') setAsking(true);
    else onDecide([item], choice && { decision: choice });
  };
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-line bg-ground p-3">
      <RadioGroup
        className="flex-row! flex-wrap gap-x-6 [&>*:first-child]:basis-full"
        label={t('yourChoice')}
        options={options}
        value={wish?.decision ?? AS_PLANNED}
        onChange={choose}
      />
      {wish?.context ? (
        <p className="text-sm">
          {t(`keepBoth.chosen.${wish.context.field}`, { context: wish.context.value })}{' '}
          <button
            type="button"
            onClick={() => setAsking(true)}
            className="min-h-6 text-accent underline underline-offset-4"
          >
            {t('keepBoth.change')}
          </button>
        </p>
      ) : null}
      {wish && !('filter' in wish) ? <AlsoOthers {...{ item, wish, others, alike, onDecide }} /> : null}
      <KeepBothDialog
        isOpen={asking}
        count={1}
        chosen={wish?.context ?? null}
        onClose={() => setAsking(false)}
        onChoose={(context) => onDecide([item], { decision: 'keep_both', context })}
      />
    </div>
  );
}

const AS_PLANNED = 'as_planned';

/** What will become of an item, in the words of its operation. */
function useWill(job: Job, item: Item, hasReason: boolean): (to: Choice | NonNullable<Item['decision']>) => string {
  const t = useTranslations('batches.plan');
  const piles = useTranslations('bulk.plan.will');
  return (to) => {
    if (job.operation !== 'update' || to === 'new_version' || to === 'keep_both') return t(`will.${to}`);
    const pile = pileOf(to, item.reason);
    return piles(pile === 'needs_reason' && hasReason ? 'with_reason' : pile);
  };
}

type AlsoOthersProps = Pick<DecideProps, 'item' | 'others' | 'alike' | 'onDecide'> & {
  wish: Wish & { decision: Choice };
};

/** The same for everything else that the filter shows. */
function AlsoOthers({ item, wish, others, alike, onDecide }: AlsoOthersProps) {
  const t = useTranslations('batches.plan');
  const format = useFormat();
  const { decision, context } = wish;
  const own: Wish = { decision, ...(context ? { context } : {}) };
  const same = alike.filter((one) => one.decision === item.decision && choicesFor(one, 'update').includes(decision));
  const count = others ? others.count(decision) : same.length;
  if (count < 2) return null;
  return (
    <Button size="small" onPress={() => (others ? others.decide(own) : onDecide(same, own))}>
      {t('alsoOthers', { count: format.number(count) })}
    </Button>
  );
}
