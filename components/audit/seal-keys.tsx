import { useTranslations } from 'use-intl';
import { Fact } from '#components/definitions/facts.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Seal } from '#contract/audit-verifications.ts';

/** What somebody needs who wants to verify an export without this system. */
export function SealKeys({ seal: { keys, head } }: { seal: Seal }) {
  const t = useTranslations('verification.keys');
  const format = useFormat();
  const newest = [...keys].reverse();
  return (
    <Card title={t('title')}>
      <p className="max-w-prose pb-3 text-sm text-ink-muted">{newest.length === 0 ? t('none') : t('text')}</p>
      {newest.length > 0 ? (
        <Table caption={t('caption')} minWidth={560}>
          <TableHead>
            <HeadCell>{t('id')}</HeadCell>
            <HeadCell>{t('publicKey')}</HeadCell>
            <HeadCell>{t('since')}</HeadCell>
          </TableHead>
          <TableBody>
            {newest.map(({ id, publicKey, createdAt }, index) => (
              <TableRow key={id}>
                <RowHeadCell className="font-mono text-xs whitespace-nowrap">
                  {id} {index === 0 ? <Chip tone="success">{t('inUse')}</Chip> : null}
                </RowHeadCell>
                <Cell className="font-mono text-xs break-all">{publicKey}</Cell>
                <Cell className="whitespace-nowrap">{format.dateTimeSeconds(createdAt)}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
      {head ? (
        <dl>
          <Fact name={t('head', { number: format.number(head.number) })}>
            <span className="font-mono text-xs break-all">{head.hash}</span>
          </Fact>
        </dl>
      ) : null}
    </Card>
  );
}
