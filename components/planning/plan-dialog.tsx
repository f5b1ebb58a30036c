'use client';

import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { newKey } from '#components/api/new-key.ts';
import { useCreateBatch } from '#components/api/use-create-batch.ts';
import { useCreateSchedule } from '#components/api/use-create-schedule.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useSelectionCount } from '#components/api/use-selection-count.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { MomentFields } from './moment-fields.tsx';
import { useMomentWords } from './use-moment-words.ts';
import { useRepeat } from './use-repeat.ts';
import { useStartMoment } from './use-start-moment.ts';
import { useWhatWords } from './use-what-words.ts';
import { useWhenWords } from './use-when-words.ts';
import { WhenFields } from './when-fields.tsx';
import { EVERYTHING, filterOf, jobsOf, WhichFields } from './which-fields.tsx';

const MAX_NAME = 200;
/** Problems that are shown at the cron expression itself. */
const OF_CRON = ['invalid_cron', 'cron_never_fires'];

export type PlanDialogProps = { kind: 'again' | 'once'; onClose: () => void };

/** Plans a check or an export: again and again, or once at a later moment. */
export function PlanDialog({ kind, onClose }: PlanDialogProps) {
  const t = useTranslations();
  const locale = useLocale();
  const problemText = useProblemText();
  const what = useWhatWords();
  const when = useWhenWords();
  const form = useRef<HTMLDivElement>(null);
  const [which, setWhich] = useState(EVERYTHING);
  const [asked, setAsked] = useState(false);
  const [name, setName] = useState('');
  const repeat = useRepeat();
  const moment = useStartMoment({ later: true });
  const counted = useSelectionCount({ filter: filterOf(which), excludedIds: [] });
  const jobs = jobsOf(which, locale);
  const shortName = what(jobs ?? []).slice(0, MAX_NAME);
  const { plan, isPending, error, refusedCron } = usePlanning(onClose);
  const isOfCron = error instanceof ApiProblem && OF_CRON.includes(error.code);
  // Once something else is chosen, it is no longer about what stands there.
  const ofCron = isOfCron && repeat.cron === refusedCron ? problemText(error).detail : undefined;

  const press = () => {
    setAsked(true);
    const batch = { name: name.trim() || shortName, jobs: jobs ?? [] };
    const cron = kind === 'again' ? repeat.read() : null;
    const start = kind === 'once' ? moment.read() : null;
    if (jobs && cron) plan({ again: { name: batch.name, cron, batch } });
    else if (jobs && start) plan({ once: { ...batch, ...start } });
    // After the errors are drawn: to the first field that is wrong.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(kind === 'again' ? 'planning.planAgain' : 'planning.planOnce')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" pending={isPending} onPress={press}>
            {t(kind === 'again' ? 'planning.dialog.planAgain' : 'planning.dialog.planOnce')}
          </Button>
        </>
      }
    >
      <div ref={form} className="flex flex-col gap-5 text-sm">
        {error && !isOfCron ? (
          <ErrorState title={problemText(error).title}>{problemText(error).detail}</ErrorState>
        ) : null}
        <WhichFields which={which} onChange={setWhich} asked={asked} />
        <p role="status" className="-mt-3 text-ink-muted">
          {counted.data
            ? t(kind === 'again' ? 'planning.dialog.countNow' : 'planning.dialog.countOnce', counted.data)
            : t('planning.dialog.counting')}
        </p>
        {kind === 'again' ? (
          <>
            <WhenFields repeat={repeat} cronError={ofCron} />
            {repeat.cron && !ofCron ? (
              <p className="-mt-2 font-medium">{t('planning.again.starts', { when: when(repeat.cron) })}.</p>
            ) : null}
          </>
        ) : (
          <MomentFields moment={moment} />
        )}
        <TextField
          label={t('planning.dialog.name')}
          description={t('planning.dialog.nameHelp', { name: shortName })}
          value={name}
          onChange={setName}
          maxLength={MAX_NAME}
        />
      </div>
    </Dialog>
  );
}

type Plan =
  | { again: Parameters<ReturnType<typeof useCreateSchedule>['mutate']>[0]['schedule'] }
  | { once: Parameters<ReturnType<typeof useCreateBatch>['mutate']>[0]['batch'] };

/** Sends what was planned, says so, and closes. */
function usePlanning(onClose: () => void) {
  const t = useTranslations('planning.dialog');
  const words = useMomentWords();
  // One key for as long as the dialog is open: pressing twice plans once; a refusal gives the key back.
  const [key] = useState(newKey);
  const again = useCreateSchedule();
  const once = useCreateBatch();
  const done = ({ name, at }: { name: string; at: string | null | undefined }) => {
    const text = at ? { text: t('plannedText', { moment: words.moment(at) }) } : {};
    showToast({ tone: 'success', title: t('planned', { name }), ...text });
    onClose();
  };
  return {
    plan: (plan: Plan) => {
      if ('again' in plan) {
        const { again: schedule } = plan;
        again.mutate({ schedule, key }, { onSuccess: ({ name, nextMoments: [at] }) => done({ name, at }) });
      } else {
        once.mutate({ batch: plan.once, key }, { onSuccess: ({ name, scheduledFor: at }) => done({ name, at }) });
      }
    },
    isPending: again.isPending || once.isPending,
    error: again.error ?? once.error,
    refusedCron: again.isError ? again.variables.schedule.cron : null,
  };
}
