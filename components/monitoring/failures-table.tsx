'use client';

import { useTranslations } from 'use-intl';
import { useCodeText } from '#components/batches/use-code-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Monitoring } from '#contract/monitoring.ts';

/** What failed lately, by code. */
export function FailuresTable({ failures }: { failures: Monitoring['failures'] }) {
  const t = useTranslations('monitoring.failures');
  const format = useFormat();
  const codeText = useCodeText();
  if (failures.length === 0) return <p className="text-sm text-ink-muted">{t('none')}</p>;
  return (
    <Table caption={t('caption')} minWidth={560}>
      <TableHead>
        <HeadCell>{t('what')}</HeadCell>
        <HeadCell>{t('scope')}</HeadCell>
        <HeadCell numeric>{t('count')}</HeadCell>
        <HeadCell numeric>{t('jobs')}</HeadCell>
        <HeadCell>{t('last')}</HeadCell>
      </TableHead>
      <TableBody>
        {failures.map(({ scope, code, count, jobs, lastAt }) => (
          <TableRow key={`${scope} ${code}`}>
            <RowHeadCell>
              {codeText(code)}
              <span className="block font-mono text-xs font-normal text-ink-muted">{code}</span>
            </RowHeadCell>
            <Cell>{t(scope)}</Cell>
            <Cell numeric>{format.number(count)}</Cell>
            <Cell numeric>{format.number(jobs)}</Cell>
            <Cell className="whitespace-nowrap">{format.dateTime(lastAt)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
