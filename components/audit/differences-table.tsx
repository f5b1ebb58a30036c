import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Verification } from '#contract/audit-verifications.ts';

/** Which entries and blocks are not what was sealed. */
export function DifferencesTable({ verification }: { verification: Verification }) {
  const t = useTranslations('verification.differences');
  const format = useFormat();
  const { differences, differenceCount } = verification;
  return (
    <Card title={t('title')}>
      <Table caption={t('caption')} minWidth={0}>
        <TableHead>
          <HeadCell>{t('what')}</HeadCell>
          <HeadCell numeric>{t('block')}</HeadCell>
          <HeadCell numeric>{t('entry')}</HeadCell>
        </TableHead>
        <TableBody>
          {differences.map(({ kind, block, entryId, to }) => (
            <TableRow key={`${kind} ${block} ${entryId}`}>
              <RowHeadCell className="text-danger-ink">
                {to === undefined
                  ? t(`kinds.${kind}`)
                  : t('movedTo', { kind: t(`kinds.${kind}`), to: format.number(to) })}
              </RowHeadCell>
              <Cell numeric>{format.number(block)}</Cell>
              <Cell numeric>{entryId === null ? null : format.number(entryId)}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {differenceCount > differences.length ? (
        <p className="pt-2 text-sm text-ink-muted">
          {t('more', { shown: format.number(differences.length), total: format.number(differenceCount) })}
        </p>
      ) : null}
    </Card>
  );
}
