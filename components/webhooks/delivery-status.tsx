'use client';

import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { StatusBadge } from '#components/ui/chip.tsx';
import type { DeliveryStatus as Status } from '#domain/deliveries.ts';

const LOOKS = {
  pending: { tone: 'info', icon: Clock },
  delivered: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
} as const;

export function DeliveryStatus({ status }: { status: Status }) {
  const t = useTranslations('webhooks.deliveries.statuses');
  return <StatusBadge {...LOOKS[status]}>{t(status)}</StatusBadge>;
}
