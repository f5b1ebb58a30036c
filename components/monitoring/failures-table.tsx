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
    <Table caption={t('caption')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('what')}</HeadCell>
        <HeadCell>{t('count')}</HeadCell>
        <HeadCell>{t('last')}</HeadCell>
      </TableHead>
      <TableBody>
        {failures.map(({ scope, code, count, jobs, lastAt }) => (
          <TableRow key={`${scope} ${code}`}>
            <RowHeadCell>
              {codeText(code)}
              <span className="block font-mono text-xs font-normal text-ink-muted">{code}</span>
            </RowHeadCell>
            <Cell>
              {t(scope, { count })}
              {scope === 'item' ? (
                <span className="block text-xs text-ink-muted">{t('jobs', { count: jobs })}</span>
              ) : null}
            </Cell>
            <Cell className="sm:whitespace-nowrap">{format.dateTime(lastAt)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
