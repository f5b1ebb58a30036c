'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Link } from '#components/ui/link.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { ColumnMapping } from '#contract/reading.ts';
import { useMappingName } from './use-mapping-name.ts';

type MappingsTableProps = { mappings: readonly ColumnMapping[]; hrefOf: (id: string) => string };

export function MappingsTable({ mappings, hrefOf }: MappingsTableProps) {
  const t = useTranslations('import.mappings');
  const nameOf = useMappingName();
  return (
    <Table caption={t('caption')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell className="max-sm:hidden">{t('columns')}</HeadCell>
        <HeadCell className="max-lg:hidden">{t('saved')}</HeadCell>
        <HeadCell>{t('used')}</HeadCell>
      </TableHead>
      <TableBody>
        {mappings.map((mapping) => (
          <TableRow key={mapping.id}>
            <RowHeadCell className="max-w-72 wrap-anywhere">
              <Link
                href={hrefOf(mapping.id)}
                className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:text-accent"
              >
                {nameOf(mapping)}
              </Link>
            </RowHeadCell>
            <Cell className="max-w-96 text-ink-muted max-sm:hidden">
              <p className="line-clamp-2 break-words">{mapping.headers.join(' · ')}</p>
            </Cell>
            <Cell className="max-lg:hidden">
              <When at={mapping.savedAt} by={mapping.savedBy} />
            </Cell>
            <Cell>
              {mapping.lastUsedAt ? (
                <When at={mapping.lastUsedAt} by={mapping.lastUsedBy} />
              ) : (
                <span className="text-ink-muted">{t('neverUsed')}</span>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function When({ at, by }: { at: string; by: string | null }) {
  const history = useTranslations('history');
  const format = useFormat();
  return (
    <>
      <time dateTime={at} className="whitespace-nowrap">
        {format.dateTime(at)}
      </time>
      {by ? <span className="block text-xs text-ink-muted">{history('by', { name: by })}</span> : null}
    </>
  );
}
