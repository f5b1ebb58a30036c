'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { FindingOthers } from '#components/neighbours/finding-others.tsx';
import type { OwnDefinition } from '#components/neighbours/own-definition.ts';
import { SeverityBadge } from '#components/statuses/severity-badge.tsx';
import type { findingSchema } from '#contract/definitions.ts';
import { findingText } from '#domain/finding-texts.ts';

export type ShownFinding = z.infer<typeof findingSchema>;

export type FindingListProps = {
  findings: readonly ShownFinding[];
  /** The item they are about, to show others beside it. */
  own?: OwnDefinition | null;
  /** The job it is an item of. */
  jobId?: string | null;
};

/** Findings with what is wrong, what to do, and where it is. */
export function FindingList({ findings, own = null, jobId = null }: FindingListProps) {
  const locale = useLocale();
  return (
    <ul className="flex flex-col divide-y divide-line">
      {findings.map((finding, index) => {
        const { message, advice } = findingText(finding as Parameters<typeof findingText>[0], locale);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity of their own and never move
          <li key={index} className="flex flex-col gap-1 py-2 text-sm first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-2">
              <SeverityBadge severity={finding.severity} />
              <span className="font-mono text-xs text-ink-muted">{finding.code}</span>
              <FindingPlace finding={finding} />
            </div>
            <p className="break-words">{message}</p>
            {advice ? <p className="break-words text-ink-muted">{advice}</p> : null}
            <FindingOthers finding={finding} own={own} jobId={jobId} />
            {finding.value ? <p className="font-mono text-xs break-all text-ink-muted">{finding.value}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

function FindingPlace({ finding }: { finding: ShownFinding }) {
  const t = useTranslations('batches.place');
  const { file, line, column, pointer } = finding.location ?? {};
  const parts = [
    file,
    line === undefined ? null : t('line', { line: String(line) }),
    column ? t('column', { column }) : null,
    pointer,
  ].filter(Boolean);
  return parts.length > 0 ? <span className="text-xs break-all text-ink-muted">{parts.join(' · ')}</span> : null;
}
