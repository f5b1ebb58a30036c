'use client';

import {
  ArrowDown,
  ArrowUp,
  CircleStop,
  EllipsisVertical,
  Minus,
  PictureInPicture2,
  RotateCcw,
  Undo2,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useChangeJob } from '#components/api/use-change-job.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, type MenuProps } from '#components/ui/menu.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { lacksItsFile } from '#domain/lacks-its-file.ts';
import { PRIORITIES, PRIORITY_LEVELS, priorityLevel } from './priority.ts';
import { stopChoices } from './stop-choices.ts';
import { StopDialog } from './stop-dialog.tsx';
import { canUndo } from './undo-choice.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { useProgressWindow } from './use-progress-window.tsx';
import { useRetry } from './use-retry.ts';
import { isInLine } from './wait-reason.ts';

type Entry = MenuProps['entries'][number];

const ICON_OF = { high: ArrowUp, normal: Minus, low: ArrowDown } as const;

/** Everything one can do with one of several jobs now, behind one button. */
export function JobMenu({ job }: { job: Job }) {
  const t = useTranslations('batches');
  const { open } = useProgressWindow();
  const mayControl = useMayDo('batch:control');
  const mayStart = useMayDo('batch:start');
  const [asking, setAsking] = useState<'stop' | 'undo' | null>(null);
  const retry = useRetry(job.id, open);
  const priority = useChangeJob(job.id);
  useToastOf(retry.error ?? priority.error);
  const ended = isFinal(job.status);
  const close = () => setAsking(null);
  const entries: (Entry | false)[] = [
    {
      id: 'window',
      label: t('several.open'),
      icon: <PictureInPicture2 aria-hidden size={16} />,
      onAction: () => open(job.id),
    },
    ...(mayControl && isInLine(job) ? PRIORITY_LEVELS : [])
      .filter((level) => level !== priorityLevel(job.priority))
      .map((level) => {
        const Icon = ICON_OF[level];
        return {
          id: level,
          label: t('priority.give', { level: t(`priority.${level}`) }),
          icon: <Icon aria-hidden size={16} />,
          onAction: () => priority.mutate({ priority: PRIORITIES[level] }),
        };
      }),
    mayStart &&
      lacksItsFile(job) && {
        id: 'all',
        label: t('next.retryAll'),
        icon: <RotateCcw aria-hidden size={16} />,
        onAction: () => retry.start('all'),
      },
    mayStart &&
      ended &&
      job.failed > 0 && {
        id: 'failed',
        label: t('next.retryFailed'),
        icon: <RotateCcw aria-hidden size={16} />,
        onAction: () => retry.start('failed'),
      },
    mayStart &&
      ended &&
      job.cancelled > 0 && {
        id: 'unprocessed',
        label: t('next.retryUnprocessed'),
        icon: <RotateCcw aria-hidden size={16} />,
        onAction: () => retry.start('unprocessed'),
      },
    mayControl &&
      canUndo(job) && {
        id: 'undo',
        label: t('undo.open'),
        icon: <Undo2 aria-hidden size={16} />,
        onAction: () => setAsking('undo'),
      },
    mayControl &&
      stopChoices(job) !== null && {
        id: 'stop',
        label: t('stop.open'),
        icon: <CircleStop aria-hidden size={16} />,
        danger: true,
        onAction: () => setAsking('stop'),
      },
  ];
  const name = t('several.actions', { name: job.name });
  return (
    <>
      <Menu
        label={name}
        trigger={
          <IconButton label={name} tooltip={false}>
            <EllipsisVertical aria-hidden size={18} />
          </IconButton>
        }
        entries={entries.filter((entry) => entry !== false)}
      />
      <StopDialog job={job} isOpen={asking === 'stop'} onClose={close} />
      <UndoDialog job={job} isOpen={asking === 'undo'} onClose={close} onStarted={open} />
    </>
  );
}

/** A menu is closed by the time its command was refused, so that the reason comes in the corner. */
function useToastOf(error: unknown): void {
  const problemText = useProblemText();
  useEffect(() => {
    if (!error) return;
    const { title, detail } = problemText(error);
    showToast({ tone: 'danger', title, text: detail });
  }, [error, problemText]);
}
