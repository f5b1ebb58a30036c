'use client';

import { useTranslations } from 'use-intl';
import { useLiveJob } from '#components/api/use-live-job.ts';
import { Stepper } from '#components/ui/stepper.tsx';
import type { ImportFlow } from './import-flow.ts';
import { importSteps } from './import-step-states.ts';

/** The four steps of an import, always in view. */
export function ImportSteps({ flow, jobId }: { flow: ImportFlow; jobId: string | null }) {
  const t = useTranslations('import.steps');
  const { data: job } = useLiveJob(jobId);
  const stand = job && { ...job, startedWriting: job.processed > job.cancelled };
  const steps = importSteps(jobId ? (stand ?? 'waiting') : flow.step);
  return (
    <Stepper
      label={t('label')}
      steps={steps.map(({ id, state }) => ({ id, state, label: t(id) }))}
      stateWords={{ done: t('done'), current: t('current'), todo: t('todo'), failed: t('ended') }}
    />
  );
}
