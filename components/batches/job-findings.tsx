'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FindingList, type ShownFinding } from './finding-list.tsx';

export type JobFindingsProps = {
  findings: readonly ShownFinding[];
  /** Only the number is shown until it is opened; never when there is an error. */
  folded?: boolean;
};

/** Remarks on the upload as a whole, such as why an archive was refused. */
export function JobFindings({ findings, folded = false }: JobFindingsProps) {
  const t = useTranslations('batches');
  if (findings.length === 0) return null;
  const grave = findings.some((finding) => finding.severity === 'error');
  return (
    <details open={!folded || grave} className="group rounded-md border border-line bg-surface">
      <summary className="flex min-h-10 cursor-default list-none items-center gap-1.5 rounded-md px-3 text-sm font-semibold hover:bg-raised [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="shrink-0 transition-transform group-open:rotate-90" />
        {t('uploadFindings', { count: findings.length })}
      </summary>
      <div className="max-h-72 overflow-auto border-t border-line px-3 py-2">
        <FindingList findings={findings} />
      </div>
    </details>
  );
}
