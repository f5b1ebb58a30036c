'use client';

import {
  Ban,
  CalendarClock,
  CalendarX,
  CircleAlert,
  CircleCheck,
  CircleX,
  Clock,
  FileSearch,
  Hourglass,
  Link,
  LoaderCircle,
  type LucideIcon,
  PackageCheck,
  Pause,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import type { JobStatus } from '#domain/job-status.ts';

const LOOKS: Record<JobStatus, { tone: Tone; icon: LucideIcon; spin?: boolean }> = {
  scheduled: { tone: 'neutral', icon: CalendarClock },
  blocked: { tone: 'neutral', icon: Link },
  queued: { tone: 'neutral', icon: Clock },
  checking: { tone: 'info', icon: FileSearch },
  awaiting_confirmation: { tone: 'warning', icon: Hourglass },
  running: { tone: 'info', icon: LoaderCircle, spin: true },
  finalizing: { tone: 'info', icon: PackageCheck },
  pausing: { tone: 'neutral', icon: LoaderCircle, spin: true },
  paused: { tone: 'warning', icon: Pause },
  cancelling: { tone: 'neutral', icon: LoaderCircle, spin: true },
  rolling_back: { tone: 'neutral', icon: LoaderCircle, spin: true },
  completed: { tone: 'success', icon: CircleCheck },
  completed_with_errors: { tone: 'warning', icon: TriangleAlert },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
  rolled_back: { tone: 'neutral', icon: Undo2 },
  rollback_failed: { tone: 'danger', icon: CircleAlert },
  expired: { tone: 'neutral', icon: CalendarX },
};

/** The state of a job as icon and word. */
export function JobStatusBadge({ status }: { status: JobStatus }) {
  const t = useTranslations('statuses.job');
  const { tone, icon, spin = false } = LOOKS[status];
  return (
    <StatusBadge tone={tone} icon={icon} spin={spin}>
      {t(status)}
    </StatusBadge>
  );
}
