'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { TableView } from '#contract/reading.ts';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { COLUMN_TARGETS } from '#domain/read-choices.ts';
import { useUseLabel } from './use-use-label.ts';

/** The first rows as they would come in, each with what its check says. */
export function MappedRows({ rows }: Pick<TableView, 'rows'>) {
  const t = useTranslations('import.mapping');
  const label = useUseLabel();
  if (rows.length === 0) return null;
  const used = COLUMN_TARGETS.filter((target) => rows.some(({ fields }) => fields[target]));
  return (
    <Table caption={t('rows', { count: rows.length })} showCaption minWidth={Math.max(640, used.length * 160)}>
      <TableHead>
        <HeadCell>{t('line')}</HeadCell>
        <HeadCell>{t('check')}</HeadCell>
        {used.map((target) => (
          <HeadCell key={target}>{label(target)}</HeadCell>
        ))}
      </TableHead>
      <TableBody>
        {rows.map(({ line, fields, findings }) => (
          <TableRow key={line}>
            <Cell numeric>{line}</Cell>
            <Cell className="min-w-48">
              <Findings findings={findings} />
            </Cell>
            {used.map((target) => (
              <Cell key={target} className="max-w-80 break-words">
                <p className="line-clamp-3">{fields[target]}</p>
              </Cell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Findings({ findings }: { findings: TableView['rows'][number]['findings'] }) {
  const t = useTranslations('import.mapping');
  const locale = useLocale();
  const shown = findings.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) {
    return (
      <span className="inline-flex items-center gap-1.5 text-success-ink">
        <CircleCheck aria-hidden size={16} className="shrink-0" />
        {t('inOrder')}
      </span>
    );
  }
  return (
    <ul className="flex flex-col gap-1">
      {shown.map((finding) => (
        <li
          key={`${finding.code} ${finding.field}`}
          className={`flex gap-1.5 ${finding.severity === 'error' ? 'text-danger-ink' : 'text-warning-ink'}`}
        >
          <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words">
            <span className="sr-only">{t(`severity.${finding.severity}`)}: </span>
            {findingText(finding as Finding, locale).message}
          </span>
        </li>
      ))}
    </ul>
  );
}
