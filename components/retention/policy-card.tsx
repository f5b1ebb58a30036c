'use client';

import { Calculator, Pencil, Play, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useDeletePolicy, useRunPolicy } from '#components/api/use-retention.ts';
import { batchLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { AskFirst } from '#components/webhooks/ask-first.tsx';
import type { RetentionPolicy } from '#contract/retention.ts';
import { isReversible } from '#domain/retention.ts';
import { PolicyForm } from './policy-form.tsx';
import { PolicyPreview } from './policy-preview.tsx';
import { usePolicyWords } from './use-policy-words.ts';

type Asking = 'edit' | 'run' | 'remove' | null;

/** One policy: what, when, what it did last; and trying, starting, changing and deleting it. */
export function PolicyCard({ policy }: { policy: RetentionPolicy }) {
  const t = useTranslations('retention');
  const format = useFormat();
  const words = usePolicyWords();
  const [asking, setAsking] = useState<Asking>(null);
  const [trying, setTrying] = useState(false);
  const preview = useId();
  const mayStart = useMayDo('batch:start');
  const { lastBatch, nextAt } = policy;
  return (
    <Card title={policy.name} aside={<span className="text-sm text-ink-muted">{t(`action.${policy.action}`)}</span>}>
      <div className="flex flex-col gap-4 text-sm">
        <div className="flex flex-col gap-1">
          <p>{words.which(policy.criteria).join('; ')}</p>
          <p className="break-words text-ink-muted">{t('reason', { reason: policy.reason })}</p>
          <p>
            {words.when(policy.cron)}
            {nextAt ? ` – ${t('when.next', { date: format.dateTime(nextAt) })}` : null}
            {policy.cron && !nextAt ? ` – ${t('when.paused')}` : null}
          </p>
          <p>
            {lastBatch ? (
              <Link href={batchLink(lastBatch.id)} className="text-accent underline underline-offset-4">
                {t('last', { date: format.dateTime(lastBatch.createdAt) })}
              </Link>
            ) : (
              t('lastNone')
            )}
          </p>
          <p className="text-ink-muted">{words.reach(policy)}</p>
          <p className="text-ink-muted">
            {t('changed', {
              version: String(policy.version),
              date: format.dateTime(policy.changedAt),
              name: policy.changedBy,
            })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Calculator aria-hidden size={16} />}
            aria-expanded={trying}
            aria-controls={preview}
            onPress={() => setTrying(!trying)}
          >
            {t('preview.open')}
          </Button>
          {mayStart ? (
            <Button icon={<Play aria-hidden size={16} />} onPress={() => setAsking('run')}>
              {t('run.open')}
            </Button>
          ) : null}
          <Button icon={<Pencil aria-hidden size={16} />} onPress={() => setAsking('edit')}>
            {t('edit')}
          </Button>
          <Button icon={<Trash2 aria-hidden size={16} />} onPress={() => setAsking('remove')}>
            {t('remove.open')}
          </Button>
        </div>
        <div id={preview}>{trying ? <PolicyPreview policy={policy} listOf={policy.id} /> : null}</div>
      </div>
      <Asked policy={policy} asking={asking} onClose={() => setAsking(null)} />
    </Card>
  );
}

function Asked({ policy, asking, onClose }: { policy: RetentionPolicy; asking: Asking; onClose: () => void }) {
  const t = useTranslations('retention');
  const router = useRouter();
  const run = useRunPolicy(policy.id);
  const remove = useDeletePolicy(policy.id);
  if (asking === 'edit') return <PolicyForm policy={policy} onClose={onClose} />;
  const { name } = policy;
  if (asking === 'run')
    return (
      <AskFirst
        title={t('run.title', { name })}
        text={t('run.text', { after: t(isReversible(policy.action) ? 'preview.noApproval' : 'preview.approval') })}
        confirm={t('run.confirm')}
        action={run}
        onConfirm={() => run.mutate(undefined, { onSuccess: ({ id }) => router.push(batchLink(id)) })}
        onClose={onClose}
      />
    );
  if (asking === 'remove')
    return (
      <AskFirst
        title={t('remove.title', { name })}
        text={t('remove.text')}
        confirm={t('remove.confirm')}
        danger
        action={remove}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              onClose();
              showToast({ tone: 'success', title: t('remove.done') });
            },
          })
        }
        onClose={onClose}
      />
    );
  return null;
}
