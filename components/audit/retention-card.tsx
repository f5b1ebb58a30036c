'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useAuditRetention } from '#components/api/use-audit-seal.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { AuditRetention } from '#contract/audit.ts';
import { useAuditWords } from './use-audit-words.ts';

/** How long the trail is kept, what of it is past its time, and how that goes. Shown and not changed: see the README. */
export function RetentionCard() {
  const t = useTranslations('verification.retention');
  const common = useTranslations('common');
  const retention = useAuditRetention();
  return (
    <Card title={t('title')}>
      <p className="max-w-prose pb-3 text-sm text-ink-muted">{t('text')}</p>
      {retention.isPending ? <SkeletonRows rows={4} label={common('loading')} /> : null}
      {retention.isError ? <LoadError query={retention} /> : null}
      {retention.data ? <Shown retention={retention.data} /> : null}
    </Card>
  );
}

function Shown({ retention: { kinds, otherwise, lastPruning } }: { retention: AuditRetention }) {
  const t = useTranslations('verification.retention');
  const format = useFormat();
  const words = useAuditWords();
  const named = kinds
    .map((kind) => ({ ...kind, name: words.kind(kind.kind) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const expired = kinds.reduce((sum, kind) => sum + kind.expired, 0);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <Table caption={t('caption')} minWidth={480}>
        <TableHead>
          <HeadCell>{t('kind')}</HeadCell>
          <HeadCell className="text-right">{t('years')}</HeadCell>
          <HeadCell className="text-right">{t('least')}</HeadCell>
          <HeadCell className="text-right">{t('expired')}</HeadCell>
          <HeadCell>{t('oldest')}</HeadCell>
        </TableHead>
        <TableBody>
          {named.map(({ kind, name, years, least, expired: past, oldest }) => (
            <TableRow key={kind}>
              <RowHeadCell>{name}</RowHeadCell>
              <Cell className="text-right tabular-nums">{t('count', { count: years })}</Cell>
              <Cell className="text-right tabular-nums text-ink-muted">{t('count', { count: least })}</Cell>
              <Cell className="text-right tabular-nums">{format.number(past)}</Cell>
              <Cell className="whitespace-nowrap">{oldest === null ? t('nothing') : format.date(oldest)}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="text-ink-muted">{t('otherwise', { count: otherwise })}</p>
      <p>
        {expired === 0 ? t('noneExpired') : t('someExpired', { count: expired })} {t('how')}{' '}
        <code className="font-mono text-xs">npm run audit-prune</code>
      </p>
      <p className="text-ink-muted">
        {lastPruning
          ? t('last', {
              when: format.dateTime(lastPruning.at),
              count: lastPruning.entries,
              reason: lastPruning.reason,
            })
          : t('never')}
      </p>
    </div>
  );
}
