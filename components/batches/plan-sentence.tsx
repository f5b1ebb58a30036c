'use client';

import { useLocale, useTranslations } from 'use-intl';
import { REGIONS } from '#components/i18n/regions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Job } from '#contract/jobs.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { type PlanCounts, planParts } from './plan-counts.ts';
import { roughPiles } from './plan-piles.ts';
import { PlanUpdateSentence } from './plan-update-sentence.tsx';
import { SelectionSentence } from './selection-sentence.tsx';

export type PlanSentenceProps = {
  plan: PlanCounts;
  /** Conflicts count as failures instead of being skipped. */
  conflictsFail: boolean;
  /** Of what is counted in the plan, what can no longer be written, by the decision it had. */
  changedSince?: PlanCounts;
  /** An update says it in other words than an import. */
  operation?: OperationName;
  /** Of other operations: the job itself says what it does. */
  job?: Pick<Job, 'operation' | 'options' | 'plan'>;
};

/** What the plan will do, in one sentence: "38 definities worden toegevoegd, 4 gewijzigd en 12 blijven gelijk." */
export function PlanSentence({ operation = 'import', job, ...props }: PlanSentenceProps) {
  if (job && operation !== 'import' && operation !== 'update' && operation !== 'redact')
    return <SelectionSentence job={job} />;
  if (operation === 'redact') return <RedactSentence count={props.plan.update ?? 0} />;
  return operation === 'update' ? (
    <PlanUpdateSentence counts={roughPiles(props.plan)} />
  ) : (
    <ImportSentence {...props} />
  );
}

function RedactSentence({ count }: { count: number }) {
  const t = useTranslations('redaction.page');
  return <span>{count === 0 ? t('nothing') : t('waits', { count })}</span>;
}

function ImportSentence({ plan, conflictsFail, changedSince = {} }: Omit<PlanSentenceProps, 'operation' | 'job'>) {
  const t = useTranslations('batches.plan.part');
  const locale = useLocale();
  const format = useFormat();
  const parts = planParts(plan, changedSince);
  if (parts.length === 0) return <span>{t('nothing')}</span>;
  const list = new Intl.ListFormat(REGIONS[locale], { type: 'conjunction' });
  const sentence = list.format(
    parts.map(({ part, count }, index) => {
      const words = part === 'conflict' && conflictsFail ? t('conflictFails', { count }) : t(part, { count });
      return index === 0 ? t('first', { count, words }) : t('next', { count: format.number(count), words });
    }),
  );
  return <span>{t('sentence', { sentence })}</span>;
}
