'use client';

import { CalendarClock, Repeat } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useBatches } from '#components/api/use-batches.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useSchedules } from '#components/api/use-schedules.ts';
import { LiveSwitch } from '#components/batches/live-switch.tsx';
import { useLiveUpdates } from '#components/batches/use-live-updates.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Batch } from '#contract/batches.ts';
import type { SchedulePage } from '#contract/schedules.ts';
import { AgainCard } from './again-card.tsx';
import { OnceCard } from './once-card.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { timelineOf } from './timeline.ts';
import { UpcomingCard } from './upcoming-card.tsx';

/** As many as an answer holds; more than anybody has waiting. */
const WAITING = { status: ['scheduled'], limit: 200 } as const;

/** What will start when: once at a moment, and again and again. */
export function PlanningPage() {
  const t = useTranslations('planning');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const mayManage = useMayDo('schedule:manage');
  const mayStart = useMayDo('batch:start');
  const [live, setLive] = useLiveUpdates();
  const [cursor, setCursor] = useState<string>();
  const [planning, setPlanning] = useState<'again' | 'once' | null>(null);
  const schedules = useSchedules({ cursor }, { live });
  const batches = useBatches(WAITING);
  const error = schedules.data ? batches.error : (schedules.error ?? batches.error);
  const actions = (
    <>
      {mayStart ? (
        <Button icon={<CalendarClock aria-hidden size={16} />} onPress={() => setPlanning('once')}>
          {t('planOnce')}
        </Button>
      ) : null}
      {mayManage ? (
        <Button variant="primary" icon={<Repeat aria-hidden size={16} />} onPress={() => setPlanning('again')}>
          {t('planAgain')}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} actions={actions} />
      {error ? (
        <ErrorState
          title={problemText(error).title}
          action={
            <Button onPress={() => void Promise.all([schedules.refetch(), batches.refetch()])}>
              {common('retry')}
            </Button>
          }
        >
          {problemText(error).detail}
        </ErrorState>
      ) : schedules.data && batches.data ? (
        <Plans
          page={schedules.data}
          batches={batches.data.items}
          maySteer={mayManage}
          onPage={setCursor}
          aside={<LiveSwitch live={live} onChange={setLive} />}
        />
      ) : (
        <SkeletonRows rows={6} label={common('loading')} />
      )}
      {planning ? <PlanDialog kind={planning} onClose={() => setPlanning(null)} /> : null}
    </>
  );
}

type PlansProps = {
  page: SchedulePage;
  batches: readonly Batch[];
  maySteer: boolean;
  onPage: (cursor: string) => void;
  aside: ReactNode;
};

function Plans({ page, batches, maySteer, onPage, aside }: PlansProps) {
  const t = useTranslations('planning');
  if (page.total === 0 && batches.length === 0)
    return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
      <div className="flex min-w-0 flex-col gap-5">
        <AgainCard page={page} maySteer={maySteer} onPage={onPage} aside={aside} />
        <OnceCard batches={batches} />
      </div>
      <UpcomingCard entries={timelineOf(page.items, batches)} />
    </div>
  );
}
