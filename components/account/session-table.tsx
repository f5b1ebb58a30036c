'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Session } from '#contract/account.ts';
import { deviceOf } from './device-of.ts';

export type SessionTableProps = { caption: string; sessions: readonly Session[]; onEnd: (session: Session) => void };

/** Where somebody is signed in. */
export function SessionTable({ caption, sessions, onEnd }: SessionTableProps) {
  const t = useTranslations('account.sessions');
  const format = useFormat();
  const nameOf = useDeviceName();
  return (
    <Table caption={caption} minWidth={720}>
      <TableHead>
        <HeadCell>{t('device')}</HeadCell>
        <HeadCell className="w-40">{t('ip')}</HeadCell>
        <HeadCell className="w-40">{t('since')}</HeadCell>
        <HeadCell className="w-40">{t('lastSeen')}</HeadCell>
        <HeadCell className="w-36">{t('action')}</HeadCell>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <TableRow key={session.id}>
            <RowHeadCell>
              <span className="flex flex-wrap items-center gap-2">
                {nameOf(session)}
                {session.current ? <Chip tone="accent">{t('current')}</Chip> : null}
              </span>
              {session.signedInBy === 'oidc' ? (
                <span className="block text-xs font-normal text-ink-muted">{t('byProvider')}</span>
              ) : null}
            </RowHeadCell>
            <Cell className="font-mono text-xs">{session.ip ?? '–'}</Cell>
            <Cell>{format.dateTime(session.since)}</Cell>
            <Cell>{format.dateTime(session.lastSeen)}</Cell>
            <Cell>
              {session.current ? null : (
                <Button
                  size="small"
                  aria-label={t('endName', { device: nameOf(session) })}
                  onPress={() => onEnd(session)}
                >
                  {t('end')}
                </Button>
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function useDeviceName(): (session: Session) => string {
  const t = useTranslations('account.sessions');
  return ({ userAgent }) => {
    const device = deviceOf(userAgent);
    return device ? t('on', device) : userAgent?.slice(0, 60) || t('unknownDevice');
  };
}
