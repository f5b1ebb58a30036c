'use client';

import { CalendarClock, Clock, Hourglass, Link2, type LucideIcon, Pause } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useBatch } from '#components/api/use-batch.ts';
import { useJob } from '#components/api/use-job.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Link } from '#components/ui/link.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { jobLink } from './links.ts';
import { type WaitReason, waitReason } from './wait-reason.ts';

const ICONS: Record<WaitReason['kind'], LucideIcon> = {
  moment: CalendarClock,
  others: Link2,
  turn: Hourglass,
  processor: Clock,
  resumption: Pause,
  probe: Pause,
};

export type WaitLineProps = {
  job: Job;
  batch?: Batch | undefined;
  onLeave?: () => void;
  /** In a row of a list, whose badge and buttons say the rest. */
  small?: boolean;
};

/** What a job that stands still waits for, in a sentence; nothing for one that works or has ended. */
export function WaitLine({ job, batch: given, onLeave, small = false }: WaitLineProps) {
  const asks = job.status === 'scheduled' || job.status === 'blocked';
  const fetched = useBatch(asks && !given ? job.batchId : null);
  const batch = given ?? fetched.data;
  const reason = waitReason(job, (id) => batch?.jobs.find((one) => one.id === id)?.status);
  if (!reason || (small && reason.kind === 'resumption')) return null;
  const Icon = ICONS[reason.kind];
  return (
    <div className={`flex min-h-6 items-start gap-1.5 text-ink-muted ${small ? 'text-xs' : 'text-sm'}`}>
      <Icon aria-hidden size={small ? 14 : 16} className="mt-0.5 shrink-0" />
      <p className="min-w-0">
        <Sentence reason={reason} batch={batch} {...(onLeave ? { onLeave } : {})} />
      </p>
    </div>
  );
}

type SentenceProps = { reason: WaitReason; batch: Batch | undefined; onLeave?: () => void };

function Sentence({ reason, batch, onLeave }: SentenceProps): ReactNode {
  const t = useTranslations('batches.wait');
  const format = useFormat();
  if (reason.kind === 'moment') {
    return batch?.scheduledFor ? t('moment', { when: format.dateTime(batch.scheduledFor) }) : t('momentUnknown');
  }
  if (reason.kind === 'probe') return t('probe', { time: format.time(reason.at) });
  if (reason.kind !== 'others') return t(reason.kind);
  return (
    <>
      {t('others')}{' '}
      {reason.ids.map((id, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <OtherJob id={id} batch={batch} {...(onLeave ? { onLeave } : {})} />
        </span>
      ))}
      {'. '}
      {t(reason.policy)}
    </>
  );
}

/** A job that goes first: mostly of the same batch, else looked up. */
function OtherJob({ id, batch, onLeave }: { id: string; batch: Batch | undefined; onLeave?: () => void }) {
  const t = useTranslations('batches.wait');
  const near = batch?.jobs.find((job) => job.id === id);
  const far = useJob(batch && !near ? id : null);
  const job = near ?? far.data;
  if (!job) return t('otherJob');
  return (
    <Link
      href={jobLink(job)}
      className="text-accent underline underline-offset-4 hover:decoration-2"
      {...(onLeave ? { onClick: onLeave } : {})}
    >
      {job.name}
    </Link>
  );
}
