'use client';

import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useEndWayIn, useWaysIn } from '#components/api/use-account.ts';
import { useSettledValue } from '#components/rules/use-settled-value.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { PageTitle } from '#components/shell/page-title.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { StatusBadge } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { AskFirst } from '#components/webhooks/ask-first.tsx';
import type { WaysIn } from '#contract/account.ts';
import { KeyTable } from './key-table.tsx';
import { SessionTable } from './session-table.tsx';

/** A search is asked for when one pauses. */
const SETTLED_MS = 250;

type Person = WaysIn['people'][number];
type Asked = { kind: 'sessions' | 'keys' | 'second-factors'; id: string; name: string };

/** Where everybody of the organisation is signed in, for who looks after them. */
export function WaysInPage() {
  return (
    <Allowed action="person:secure">
      <People />
    </Allowed>
  );
}

function People() {
  const t = useTranslations('account.waysIn');
  const common = useTranslations('common');
  const [search, setSearch] = useState('');
  const list = useWaysIn(useSettledValue(search.trim(), SETTLED_MS));
  const [asked, setAsked] = useState<Asked | null>(null);
  const found = list.data?.people ?? [];
  const total = list.data?.total ?? 0;
  return (
    <>
      <PageTitle title={t('title')} />
      <PageHeader title={t('title')} context={t('lead')} />
      <div className="flex flex-col gap-6">
        <SearchField label={t('search')} value={search} onChange={setSearch} className="max-w-md" />
        {list.isPending ? <SkeletonRows rows={4} label={common('loading')} /> : null}
        {list.isError ? <LoadError query={list} /> : null}
        {list.data && found.length === 0 ? <EmptyState title={t('noMatchTitle')}>{t('noMatchText')}</EmptyState> : null}
        {found.map((person) => (
          <PersonCard key={person.id} person={person} onAsk={setAsked} />
        ))}
        {total > found.length ? (
          <p className="text-sm text-ink-muted">{t('more', { shown: found.length, total })}</p>
        ) : null}
      </div>
      {asked ? <Confirm asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function PersonCard({ person, onAsk }: { person: Person; onAsk: (asked: Asked) => void }) {
  const t = useTranslations('account.waysIn');
  const factor = useTranslations('account.factor');
  const statuses = useTranslations('statuses');
  const { id, name, email, role, secondFactor, sessions, keys } = person;
  return (
    <Card
      title={name}
      aside={
        <div className="flex flex-wrap items-center gap-3 text-sm">
          <span className="text-ink-muted">{statuses(`role.${role}`)}</span>
          <StatusBadge tone={secondFactor ? 'success' : 'neutral'} icon={secondFactor ? ShieldCheck : ShieldOff}>
            {`${factor('title')}: ${secondFactor ? factor('on') : factor('off')}`}
          </StatusBadge>
          {secondFactor ? (
            <Button size="small" onPress={() => onAsk({ kind: 'second-factors', id, name })}>
              {t('reset')}
            </Button>
          ) : null}
        </div>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="break-all text-sm text-ink-muted">{email}</p>
        {sessions.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('noSessions')}</p>
        ) : (
          <SessionTable
            caption={t('sessions', { name })}
            sessions={sessions}
            onEnd={(session) => onAsk({ kind: 'sessions', id: session.id, name })}
          />
        )}
        {keys.length === 0 ? (
          <p className="text-sm text-ink-muted">{t('noKeys')}</p>
        ) : (
          <KeyTable
            caption={t('keys', { name })}
            keys={keys}
            onRevoke={(key) => onAsk({ kind: 'keys', id: key.id, name: key.name })}
          />
        )}
      </div>
    </Card>
  );
}

function Confirm({ asked: { kind, id, name }, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useTranslations('account');
  const end = useEndWayIn();
  const words = {
    sessions: [t('sessions.endTitle'), t('sessions.endText'), t('sessions.end'), t('sessions.ended', { count: 1 })],
    keys: [t('keys.revokeTitle'), t('keys.revokeText', { name }), t('keys.revoke'), t('keys.revoked')],
    'second-factors': [
      t('waysIn.resetTitle', { name }),
      t('waysIn.resetText', { name }),
      t('waysIn.reset'),
      t('waysIn.resetDone'),
    ],
  } as const;
  const [title, text, confirm, said] = words[kind];
  const done = () => {
    showToast({ tone: 'success', title: said });
    onClose();
  };
  return (
    <AskFirst
      title={title}
      text={text}
      confirm={confirm}
      danger
      action={end}
      onConfirm={() => end.mutate({ kind, id }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
