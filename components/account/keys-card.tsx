'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMakeKey, useOwnKeys, useRevokeKey } from '#components/api/use-account.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { AskFirst } from '#components/webhooks/ask-first.tsx';
import type { ApiKey } from '#contract/account.ts';
import { AccountSecret } from './account-secret.tsx';
import { KeyForm } from './key-form.tsx';
import { KeyTable } from './key-table.tsx';

/** One's own API keys. */
export function KeysCard() {
  const t = useTranslations('account.keys');
  const common = useTranslations('common');
  const list = useOwnKeys();
  const [making, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const { items = [], limit = 0, mostDays = 1 } = list.data ?? {};
  const full = list.data !== undefined && items.length >= limit;
  return (
    <Card
      title={t('title')}
      aside={
        <Button
          size="small"
          icon={<Plus aria-hidden size={16} />}
          isDisabled={!list.data || full}
          onPress={() => setMaking(true)}
        >
          {t('make')}
        </Button>
      }
    >
      <p className="pb-3 text-sm text-ink-muted">{full ? t('full', { limit: String(limit) }) : t('text')}</p>
      {list.isPending ? <SkeletonRows rows={2} label={common('loading')} /> : null}
      {list.isError ? <LoadError query={list} /> : null}
      {list.data && items.length === 0 ? <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState> : null}
      {items.length > 0 ? <KeyTable caption={t('caption')} keys={items} onRevoke={setRevoked} /> : null}
      {making ? <MakeKey mostDays={mostDays} onClose={() => setMaking(false)} /> : null}
      {revoked ? <Revoke apiKey={revoked} onClose={() => setRevoked(null)} /> : null}
    </Card>
  );
}

function MakeKey({ mostDays, onClose }: { mostDays: number; onClose: () => void }) {
  const t = useTranslations('account.keys');
  const make = useMakeKey();
  if (make.data) {
    const { name, key } = make.data;
    return <AccountSecret title={t('madeTitle', { name })} label={t('key')} text={key} onClose={onClose} />;
  }
  return (
    <KeyForm mostDays={mostDays} pending={make.isPending} error={make.error} onMake={make.mutate} onClose={onClose} />
  );
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('account.keys');
  const revoke = useRevokeKey();
  const done = () => {
    showToast({ tone: 'success', title: t('revoked') });
    onClose();
  };
  return (
    <AskFirst
      title={t('revokeTitle')}
      text={t('revokeText', { name: apiKey.name })}
      confirm={t('revoke')}
      danger
      action={revoke}
      onConfirm={() => revoke.mutate(apiKey.id, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
