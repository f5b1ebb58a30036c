'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { ApiKey } from '#contract/account.ts';
import { useScopeName } from './use-scope-name.ts';

export type KeyTableProps = { caption: string; keys: readonly ApiKey[]; onRevoke: (key: ApiKey) => void };

/** Keys by what they are recognised by. */
export function KeyTable({ caption, keys, onRevoke }: KeyTableProps) {
  const t = useTranslations('account.keys');
  const format = useFormat();
  const scopeName = useScopeName();
  return (
    <Table caption={caption} minWidth={820}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell className="w-32">{t('begins')}</HeadCell>
        <HeadCell>{t('scopes')}</HeadCell>
        <HeadCell className="w-32">{t('expires')}</HeadCell>
        <HeadCell className="w-40">{t('lastUsed')}</HeadCell>
        <HeadCell className="w-32">{t('action')}</HeadCell>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <RowHeadCell className="break-words">{key.name}</RowHeadCell>
            <Cell className="font-mono text-xs">{key.start}…</Cell>
            <Cell className="text-ink-muted">{key.scopes.map(scopeName).join(', ')}</Cell>
            <Cell>{format.date(key.expiresAt)}</Cell>
            <Cell>{key.lastUsed === null ? t('never') : format.dateTime(key.lastUsed)}</Cell>
            <Cell>
              <Button size="small" aria-label={t('revokeName', { name: key.name })} onPress={() => onRevoke(key)}>
                {t('revoke')}
              </Button>
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
