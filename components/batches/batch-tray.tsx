'use client';

import { Layers } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useBatches } from '#components/api/use-batches.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';

/** How many batches are at work now, on every page; leads to the list. */
export function BatchTray() {
  const t = useTranslations('batches');
  const { data } = useBatches({ person: 'me', status: [...WORKING_STATUSES, 'awaiting_confirmation'], limit: 20 });
  const count = data?.total ?? 0;
  return (
    <Link
      href="/batches"
      className="inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-sm text-ink-muted no-underline hover:bg-sunken hover:text-ink"
    >
      <Layers aria-hidden size={18} />
      <span className="sr-only">{t('tray')}: </span>
      {count}
    </Link>
  );
}
