'use client';

import { useTranslations } from 'use-intl';
import { useChangeBatch } from '#components/api/use-change-batch.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Select } from '#components/ui/select.tsx';
import type { Batch } from '#contract/batches.ts';
import { MAX_CONCURRENT, MIN_CONCURRENT } from '#domain/admission.ts';
import { isFinal } from '#domain/job-status.ts';
import { ActionProblem } from './action-problem.tsx';
import { commonLevel, PRIORITIES, PRIORITY_LEVELS, type PriorityLevel } from './priority.ts';
import { isInLine } from './wait-reason.ts';

const CONCURRENCIES = Array.from({ length: MAX_CONCURRENT - MIN_CONCURRENT + 1 }, (_, index) => String(index + 1));

/** In what order the jobs of a batch go, and how many at once; it can be changed while one of them still waits. */
export function BatchControls({ batch }: { batch: Batch }) {
  const t = useTranslations('batches');
  const mayControl = useMayDo('batch:control');
  const change = useChangeBatch(batch.id);
  const asked = change.isPending ? change.variables : {};
  const open = batch.jobs.filter(({ status }) => !isFinal(status));
  const waiting = open.filter(isInLine);
  const level =
    asked.priority === undefined
      ? commonLevel((waiting.length > 0 ? waiting : open).map(({ priority }) => priority))
      : commonLevel([asked.priority]);
  const concurrent = asked.maxConcurrent ?? batch.maxConcurrent;
  const isDisabled = !mayControl || waiting.length === 0;
  const levels: (PriorityLevel | 'mixed')[] = level === 'mixed' ? ['mixed', ...PRIORITY_LEVELS] : [...PRIORITY_LEVELS];
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <Select
          label={t('priority.label')}
          options={levels.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={level}
          onChange={(value) => (value === 'mixed' ? undefined : change.mutate({ priority: PRIORITIES[value] }))}
          isDisabled={isDisabled}
          className="w-44 max-sm:grow"
        />
        <Select
          label={t('several.concurrent')}
          options={CONCURRENCIES.map((value) => ({
            value,
            label: t('several.concurrentOf', { count: Number(value) }),
          }))}
          value={String(concurrent)}
          onChange={(value) => change.mutate({ maxConcurrent: Number(value) })}
          isDisabled={isDisabled}
          className="w-44 max-sm:grow"
        />
      </div>
      <ActionProblem error={change.error} />
    </div>
  );
}
