'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { PartnerKey } from '#contract/provenance.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

type Open = { what: 'renew' | 'revoke'; key: PartnerKey };

/** The keys an organisation enrolled, with what can be done about each. */
export function KeyTable({ items, mayManage }: { items: readonly PartnerKey[]; mayManage: boolean }) {
  const t = useTranslations('provenance.page');
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Table caption={t('keys')} minWidth={720}>
        <TableHead>
          <HeadCell>{t('name')}</HeadCell>
          <HeadCell className="w-44">{t('keyId')}</HeadCell>
          <HeadCell className="w-56">{t('state')}</HeadCell>
          {mayManage ? (
            <HeadCell className="relative w-56">
              <span className="sr-only">{t('actions')}</span>
            </HeadCell>
          ) : null}
        </TableHead>
        <TableBody>
          {items.map((key) => (
            <KeyRow key={key.id} item={key} onOpen={mayManage ? (what) => setOpen({ what, key }) : null} />
          ))}
        </TableBody>
      </Table>
      {open?.what === 'renew' ? <EnrolDialog renew={open.key} onClose={close} /> : null}
      {open?.what === 'revoke' ? <RevokeDialog item={open.key} onClose={close} /> : null}
    </>
  );
}

function KeyRow({ item, onOpen }: { item: PartnerKey; onOpen: ((what: Open['what']) => void) | null }) {
  const t = useTranslations('provenance.page');
  const format = useFormat();
  const { name, kind, keyId, state, validUntil, revoked, enrolledAt, enrolledBy } = item;
  return (
    <TableRow>
      <RowHeadCell>
        <span className="block break-words">{name}</span>
        <span className="block text-xs font-normal text-ink-muted">
          {t(`kind.${kind}`)} · {t('enrolled', { when: format.dateTime(enrolledAt), by: enrolledBy })}
        </span>
      </RowHeadCell>
      <Cell>
        <code className="font-mono text-xs">{keyId}</code>
      </Cell>
      <Cell>
        <span
          className={
            state === 'valid' ? 'text-success-ink' : state === 'expired' ? 'text-warning-ink' : 'text-danger-ink'
          }
        >
          {t(`states.${state}`)}
        </span>
        <span className="block text-xs text-ink-muted">
          {revoked
            ? t('revoked', { when: format.dateTime(revoked.at), by: revoked.by ?? '', reason: revoked.reason })
            : t('until', { when: format.dateTime(validUntil) })}
        </span>
      </Cell>
      {onOpen ? (
        <Cell>
          {state === 'revoked' ? null : (
            <div className="flex flex-wrap gap-2">
              <Button size="small" onPress={() => onOpen('renew')} aria-label={t('renewOf', { name })}>
                {t('renew')}
              </Button>
              <Button
                size="small"
                variant="quiet"
                onPress={() => onOpen('revoke')}
                aria-label={t('revokeOf', { name })}
              >
                {t('revoke')}
              </Button>
            </div>
          )}
        </Cell>
      ) : null}
    </TableRow>
  );
}
