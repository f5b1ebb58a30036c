'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { SeverityBadge } from '#components/statuses/severity-badge.tsx';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Job } from '#contract/jobs.ts';
import type { Report } from '#contract/reports.ts';
import type { Severity } from '#domain/finding.ts';
import { itemsLink } from './links.ts';
import { useCodeText } from './use-code-text.ts';

/** What the check remarked, counted by rule. */
export function ReportFindings({ job, findings }: { job: Job; findings: Report['findings'] }) {
  const t = useTranslations('batches.report');
  const format = useFormat();
  const codeText = useCodeText();
  return (
    <Table caption={t('findings')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('severity')}</HeadCell>
        <HeadCell>{t('finding')}</HeadCell>
        <HeadCell numeric>{t('count')}</HeadCell>
      </TableHead>
      <TableBody>
        {findings.map((finding) => (
          <TableRow key={`${finding.code} ${finding.severity}`}>
            <Cell>
              <SeverityBadge severity={finding.severity as Severity} />
            </Cell>
            <Cell>
              <Link
                href={itemsLink(job, { rule: finding.code })}
                className="underline decoration-line-strong underline-offset-4 hover:text-accent"
              >
                {codeText(finding.code)}
              </Link>{' '}
              <span className="font-mono text-xs text-ink-muted">{finding.code}</span>
            </Cell>
            <Cell numeric>{format.number(finding.count)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
