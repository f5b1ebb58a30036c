'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button.tsx';
import type { Job } from '#contract/jobs.ts';

/** The report as files: the same numbers as on the page. */
export function ReportDownloads({ job }: { job: Job }) {
  const t = useTranslations('batches.report');
  return (
    <>
      <a href={`/api/v1/jobs/${job.id}/report.csv`} download className={buttonClass('secondary', 'small')}>
        <FileDown aria-hidden size={16} />
        {t('csv')}
      </a>
      <a
        href={`/api/v1/jobs/${job.id}/report`}
        download={`${job.name}-report.json`}
        className={buttonClass('secondary', 'small')}
      >
        <FileDown aria-hidden size={16} />
        {t('json')}
      </a>
    </>
  );
}
