'use client';

import { useTranslations } from 'use-intl';
import { FindingList, type ShownFinding } from './finding-list.tsx';

/** Remarks on the upload as a whole, such as why an archive was refused. */
export function JobFindings({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useTranslations('batches');
  if (findings.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{t('uploadFindings')}</h3>
      <div className="max-h-72 overflow-auto rounded-md border border-line bg-surface px-3 py-2">
        <FindingList findings={findings} />
      </div>
    </section>
  );
}
