'use client';

import { useTranslations } from 'use-intl';
import { useRedactionFiles } from '#components/api/use-redactions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

/** Which files hold the text as well, and go with it. */
export function RedactionFilesCard({ jobId }: { jobId: string }) {
  const t = useTranslations('redaction.files');
  const common = useTranslations('common');
  const format = useFormat();
  const files = useRedactionFiles(jobId);
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-2 text-sm">
        {files.data ? (
          files.data.items.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <>
              <p>{t('text')}</p>
              <ul className="flex list-disc flex-col gap-1 pl-5">
                {files.data.items.map(({ id, kind, fileName, size, expiresAt }) => (
                  <li key={id} className="break-words">
                    {fileName} ({format.bytes(size)}), {t(kind)}, {t('expires', { date: format.date(expiresAt) })}
                  </li>
                ))}
              </ul>
            </>
          )
        ) : (
          <SkeletonRows rows={2} label={common('loading')} />
        )}
        <p className="text-ink-muted">{t('outside')}</p>
      </div>
    </Card>
  );
}
