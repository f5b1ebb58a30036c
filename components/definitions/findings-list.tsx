'use client';

import { useLocale, useTranslations } from 'use-intl';
import { FindingOthers } from '#components/neighbours/finding-others.tsx';
import type { OwnDefinition } from '#components/neighbours/own-definition.ts';
import { SeverityBadge } from '#components/statuses/severity-badge.tsx';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Definition } from '#contract/definitions.ts';
import { SEVERITIES, type Severity } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';

type Finding = Definition['findings'][number];

export type FindingsListProps = {
  findings: Definition['findings'];
  /** The definition itself, to show others beside it. */
  own: OwnDefinition;
};

/** What the rules remarked, gravest first, each with what to do about it. */
export function FindingsList({ findings, own }: FindingsListProps) {
  const t = useTranslations('definitions.findings');
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const sorted = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return (
    <div className="flex flex-col gap-4">
      {findings.length > 0 ? (
        <p className="text-sm text-ink-muted">
          {t('summary', { errors: count('error'), warnings: count('warning'), infos: count('info') })}
        </p>
      ) : null}
      {findings.length === 0 ? <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState> : null}
      <ul className="flex flex-col gap-2">
        {sorted.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may remark the same thing twice and the list comes as a whole
          <FindingItem key={index} finding={finding} own={own} />
        ))}
      </ul>
    </div>
  );
}

function FindingItem({ finding, own }: { finding: Finding; own: OwnDefinition }) {
  const t = useTranslations('definitions.findings');
  const locale = useLocale();
  const label = useFieldLabel();
  const { message, advice } = findingText(finding as Parameters<typeof findingText>[0], locale);
  return (
    <li className="flex min-w-0 flex-col gap-1.5 rounded-md border border-line bg-surface p-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <SeverityBadge severity={finding.severity} />
        <code className="font-mono text-xs text-ink-muted">{finding.code}</code>
      </div>
      <p className="max-w-prose font-medium break-words">{message}</p>
      <p className="max-w-prose break-words text-ink-muted">{advice}</p>
      <FindingOthers finding={finding} own={own} />
      {finding.field ? <p className="text-xs text-ink-muted">{t('about', { field: label(finding.field) })}</p> : null}
    </li>
  );
}
