'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import type { Job } from '#contract/jobs.ts';
import type { Report } from '#contract/reports.ts';
import { REDACTION_KINDS } from '#domain/redaction/kinds.ts';
import { BarTable } from './bar-table.tsx';

/** How much of each kind was redacted; said also when it was nothing, where redacting was asked for. */
export function ReportRedactions({ job, redactions }: { job: Job; redactions: Report['redactions'] }) {
  const t = useTranslations('redaction.report');
  const kinds = useTranslations('redaction.kinds');
  const format = useFormat();
  const found = REDACTION_KINDS.filter((kind) => (redactions[kind] ?? 0) > 0);
  if (found.length === 0 && job.options.redaction === undefined) return null;
  return (
    <Card title={t('title')} className="lg:col-span-2">
      {found.length === 0 ? (
        <p className="text-sm text-ink-muted">{t('none')}</p>
      ) : (
        <BarTable
          caption={t('title')}
          head={[t('kind'), t('count')]}
          rows={found.map((kind) => ({
            id: kind,
            name: kinds(kind),
            value: redactions[kind] ?? 0,
            text: format.number(redactions[kind] ?? 0),
          }))}
        />
      )}
    </Card>
  );
}
