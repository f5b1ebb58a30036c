'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { type ButtonSize, buttonClass } from '#components/ui/button.tsx';
import type { Job } from '#contract/jobs.ts';
import { errorItems } from './error-items.ts';

const FORMATS = ['xlsx', 'csv', 'zip'] as const;

/** What failed, or will, as files to correct outside: one press each. */
export function ErrorFileLinks({ job, size = 'small' }: { job: Job; size?: ButtonSize }) {
  const t = useTranslations('corrections.file');
  const mayDownload = useMayDo('artifact:download');
  const count = errorItems(job);
  if (!mayDownload || count === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left me-2 flex min-h-8 items-center text-sm text-ink-muted">
        {t('legend', { count })}
      </legend>
      {FORMATS.map((format) => (
        // A plain link: the router would fetch it beforehand, and every download is audited.
        <a
          key={format}
          href={`/api/v1/jobs/${job.id}/error-file.${format}`}
          download
          aria-label={t('download', { format: t(format) })}
          className={buttonClass('secondary', size)}
        >
          <FileDown aria-hidden size={16} />
          {t(format)}
        </a>
      ))}
    </fieldset>
  );
}
