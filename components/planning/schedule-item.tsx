'use client';

import { Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useSteerSchedule } from '#components/api/use-steer-schedule.ts';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { Schedule } from '#contract/schedules.ts';
import { DeleteScheduleDialog } from './delete-schedule-dialog.tsx';
import { LastStart } from './last-start.tsx';
import { useMomentWords } from './use-moment-words.ts';
import { useWhatWords } from './use-what-words.ts';
import { useWhenWords } from './use-when-words.ts';

export type ScheduleItemProps = { schedule: Schedule; maySteer: boolean; onDeleted: () => void };

/** One schedule: what it starts and when, how that went, and what one can do with it. */
export function ScheduleItem({ schedule, maySteer, onDeleted }: ScheduleItemProps) {
  const t = useTranslations('planning.again');
  const when = useWhenWords();
  const what = useWhatWords();
  const problemText = useProblemText();
  const { change, remove, run } = useSteerSchedule(schedule.id);
  const { name } = schedule;
  const problem = change.error ?? run.error;
  const setActive = (active: boolean) =>
    change.mutate(
      { paused: !active },
      { onSuccess: () => announce(t(active ? 'resumedSaid' : 'pausedSaid', { name })) },
    );
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="font-semibold break-words">{name}</h3>
          <p className="text-sm">{t('starts', { when: when(schedule.cron) })}</p>
          <p className="text-sm break-words text-ink-muted">{what(schedule.batch.jobs)}</p>
        </div>
        {maySteer ? (
          <Switch
            aria-label={t('activeOf', { name })}
            isSelected={change.isPending ? !change.variables.paused : !schedule.paused}
            isDisabled={change.isPending}
            onChange={setActive}
          >
            {t('active')}
          </Switch>
        ) : null}
      </div>
      <Moments schedule={schedule} />
      {problem ? (
        <Banner tone="danger" role="alert" title={problemText(problem).title}>
          {problemText(problem).detail}
        </Banner>
      ) : null}
      {maySteer ? <Actions name={name} run={run} remove={remove} onDeleted={onDeleted} /> : null}
    </li>
  );
}

function Moments({ schedule: { nextMoments, lastStart, createdBy } }: { schedule: Schedule }) {
  const t = useTranslations('planning.again');
  const moments = useMomentWords();
  const [next] = nextMoments;
  return (
    <>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm [&>dt]:text-ink-muted">
        <dt>{t('next')}</dt>
        <dd>{next ? moments.moment(next) : t('nextPaused')}</dd>
        {lastStart?.problem ? null : (
          <>
            <dt>{t('last')}</dt>
            <dd>{lastStart ? <LastStart start={lastStart} /> : t('lastNever')}</dd>
          </>
        )}
        <dt>{t('by')}</dt>
        <dd>{createdBy.name}</dd>
      </dl>
      {lastStart?.problem ? <LastStart start={lastStart} /> : null}
    </>
  );
}

type Steering = ReturnType<typeof useSteerSchedule>;
type ActionsProps = Pick<Steering, 'run' | 'remove'> & { name: string; onDeleted: () => void };

function Actions({ name, run, remove, onDeleted }: ActionsProps) {
  const t = useTranslations('planning.again');
  const progress = useProgressWindow();
  const [asking, setAsking] = useState(false);
  const start = () =>
    run.mutate(undefined, {
      onSuccess: ({ jobs: [job] }) => {
        if (job) progress.open(job.id);
      },
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label={t('actionsOf', { name })} className="flex flex-wrap gap-2">
      <Button size="small" icon={<Play aria-hidden size={14} />} pending={run.isPending} onPress={start}>
        {t('run')}
      </Button>
      <Button size="small" variant="quiet" icon={<Trash2 aria-hidden size={14} />} onPress={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <DeleteScheduleDialog
        name={name}
        isOpen={asking}
        remove={remove}
        onClose={() => setAsking(false)}
        onDeleted={onDeleted}
      />
    </div>
  );
}
