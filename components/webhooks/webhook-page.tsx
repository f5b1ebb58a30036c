'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useSteerWebhook, useWebhook } from '#components/api/use-webhooks.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { PageTitle } from '#components/shell/page-title.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Webhook } from '#contract/webhooks.ts';
import { Deliveries } from './deliveries.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookFacts } from './webhook-facts.tsx';

/** One webhook: how it stands, what went there, and what one can do with it. */
export function WebhookPage({ id }: { id: string }) {
  return (
    <Allowed action="webhook:manage">
      <Found id={id} />
    </Allowed>
  );
}

function Found({ id }: { id: string }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const webhook = useWebhook(id);
  if (webhook.data) return <Shown webhook={webhook.data} />;
  if (webhook.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  if (webhook.error instanceof ApiProblem && webhook.error.code === 'not_found')
    return (
      <EmptyState title={t('missingTitle')} action={<LinkButton href="/webhooks">{t('toList')}</LinkButton>}>
        {t('missingText')}
      </EmptyState>
    );
  const { title, detail } = problemText(webhook.error);
  return (
    <ErrorState title={title} action={<Button onPress={() => webhook.refetch()}>{common('retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}

function Shown({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('webhooks');
  const problemText = useProblemText();
  const steer = useSteerWebhook(webhook.id);
  const problem = steer.change.error ?? steer.test.error ?? steer.replay.error ?? steer.replayAll.error;
  const actions = (
    <>
      <WebhookActions webhook={webhook} steer={steer} />
      <Button
        variant="primary"
        icon={<Send aria-hidden size={16} />}
        pending={steer.test.isPending}
        onPress={() => steer.test.mutate(undefined, { onSuccess: () => announce(t('tested')) })}
      >
        {t('test')}
      </Button>
    </>
  );
  return (
    <>
      <PageTitle title={webhook.name} />
      <PageHeader title={webhook.name} context={<span className="break-all">{webhook.url}</span>} actions={actions} />
      <div className="flex flex-col gap-5">
        {problem ? (
          <Banner tone="danger" role="alert" title={problemText(problem).title}>
            {problemText(problem).detail}
          </Banner>
        ) : null}
        <Standing webhook={webhook} steer={steer} />
        <WebhookFacts webhook={webhook} />
        <Deliveries webhook={webhook} steer={steer} />
      </div>
    </>
  );
}

type StandingProps = { webhook: Webhook; steer: ReturnType<typeof useSteerWebhook> };

/** What is wrong with it, and what to do about that; nothing when it works. */
function Standing({ webhook: { disabled, failingSince }, steer: { change } }: StandingProps) {
  const t = useTranslations('webhooks');
  const format = useFormat();
  if (disabled)
    return (
      <Banner
        tone={disabled.reason === 'by_hand' ? 'info' : 'warning'}
        title={t('offTitle')}
        action={
          <Button
            size="small"
            pending={change.isPending}
            onPress={() => change.mutate({ enabled: true }, { onSuccess: () => announce(t('turnedOn')) })}
          >
            {t('turnOn')}
          </Button>
        }
      >
        {t(`offBecause.${disabled.reason}`, { at: format.dateTime(disabled.at) })}
      </Banner>
    );
  if (!failingSince) return null;
  return (
    <Banner tone="warning" title={t('failingTitle')}>
      {t('failingText', { at: format.dateTime(failingSince) })}
    </Banner>
  );
}
