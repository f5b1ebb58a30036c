'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useEndSessions, useOwnSessions } from '#components/api/use-account.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { AskFirst } from '#components/webhooks/ask-first.tsx';
import { SessionTable } from './session-table.tsx';

/** One's own sessions. */
export function SessionsCard() {
  const t = useTranslations('account.sessions');
  const common = useTranslations('common');
  const list = useOwnSessions();
  const end = useEndSessions();
  /** Which session is about to be ended; null for all others. */
  const [asked, setAsked] = useState<{ id: string | null } | null>(null);
  const ask = (id: string | null) => {
    end.reset();
    setAsked({ id });
  };
  const finish = ({ ended }: { ended: number }) => {
    showToast({ tone: 'success', title: t('ended', { count: ended }) });
    setAsked(null);
  };
  return (
    <Card
      title={t('title')}
      aside={
        (list.data?.items.length ?? 0) > 1 ? (
          <Button size="small" onPress={() => ask(null)}>
            {t('endOthers')}
          </Button>
        ) : null
      }
    >
      {list.isPending ? <SkeletonRows rows={2} label={common('loading')} /> : null}
      {list.isError ? <LoadError query={list} /> : null}
      {list.data ? (
        <SessionTable caption={t('caption')} sessions={list.data.items} onEnd={({ id }) => ask(id)} />
      ) : null}
      {asked ? (
        <AskFirst
          title={asked.id === null ? t('endOthers') : t('endTitle')}
          text={asked.id === null ? t('othersText') : t('endText')}
          confirm={t('end')}
          danger
          action={end}
          onConfirm={() => end.mutate(asked.id, { onSuccess: finish })}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </Card>
  );
}
