'use client';

import { RotateCcw } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useDelivery, type useSteerWebhook } from '#components/api/use-webhooks.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { DeliveryDetail, Webhook } from '#contract/webhooks.ts';
import { eventName } from '#domain/event-texts.ts';
import { TEST_EVENT } from '#domain/events.ts';
import { DeliveryStatus } from './delivery-status.tsx';
import { useAnswerText } from './use-answer-text.ts';

type Steer = ReturnType<typeof useSteerWebhook>;
export type DeliveryPanelProps = { webhook: Webhook; deliveryId: string | null; steer: Steer; onClose: () => void };

/** Everything about one delivery. */
export function DeliveryPanel({ webhook, deliveryId, steer, onClose }: DeliveryPanelProps) {
  const t = useTranslations('webhooks.deliveries');
  const common = useTranslations('common');
  return (
    <SidePanel
      isOpen={deliveryId !== null}
      onClose={onClose}
      title={t('title')}
      context={webhook.name}
      closeLabel={common('close')}
    >
      {deliveryId ? <Detail webhook={webhook} deliveryId={deliveryId} steer={steer} /> : null}
    </SidePanel>
  );
}

function Detail({ webhook, deliveryId, steer }: { webhook: Webhook; deliveryId: string; steer: Steer }) {
  const t = useTranslations('webhooks.deliveries');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const delivery = useDelivery(webhook.id, deliveryId);
  const { replay } = steer;
  if (delivery.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  if (delivery.isError) {
    const { title, detail } = problemText(delivery.error);
    return (
      <ErrorState title={title} action={<Button onPress={() => delivery.refetch()}>{common('retry')}</Button>}>
        {detail}
      </ErrorState>
    );
  }
  const mayReplay = webhook.enabled || delivery.data.type === TEST_EVENT;
  return (
    <div className="flex flex-col gap-5 text-sm">
      <Facts delivery={delivery.data} />
      {mayReplay ? (
        <div>
          <Button
            icon={<RotateCcw aria-hidden size={16} />}
            pending={replay.isPending}
            onPress={() => replay.mutate(deliveryId, { onSuccess: () => announce(t('replayed')) })}
          >
            {t('replay')}
          </Button>
        </div>
      ) : null}
      {replay.error ? (
        <ErrorState title={problemText(replay.error).title}>{problemText(replay.error).detail}</ErrorState>
      ) : null}
      <Attempts delivery={delivery.data} />
      <section aria-labelledby="delivery-request" className="flex flex-col gap-2">
        <h3 id="delivery-request" className="font-semibold">
          {t('request')}
        </h3>
        <Text label={t('body')}>{pretty(delivery.data.request.body)}</Text>
      </section>
    </div>
  );
}

function Facts({ delivery }: { delivery: DeliveryDetail }) {
  const t = useTranslations('webhooks.deliveries');
  const format = useFormat();
  const locale = useLocale();
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-2 [&>dt]:text-ink-muted">
      <dt>{t('event')}</dt>
      <dd>{eventName(delivery.type, locale)}</dd>
      <dt>{t('when')}</dt>
      <dd>{format.dateTimeSeconds(delivery.createdAt)}</dd>
      <dt>{t('status')}</dt>
      <dd>
        <DeliveryStatus status={delivery.status} />
      </dd>
      <dt>{t('messageId')}</dt>
      <dd className="font-mono text-xs break-all">{delivery.messageId}</dd>
    </dl>
  );
}

function Attempts({ delivery: { tries } }: { delivery: DeliveryDetail }) {
  const t = useTranslations('webhooks.deliveries');
  const format = useFormat();
  const answerText = useAnswerText();
  return (
    <section aria-labelledby="delivery-tries" className="flex flex-col gap-2">
      <h3 id="delivery-tries" className="font-semibold">
        {t('tries')}
      </h3>
      {tries.length === 0 ? <p className="text-ink-muted">{t('notTried')}</p> : null}
      <ol className="flex flex-col divide-y divide-line">
        {tries.map((attempt) => (
          <li key={attempt.number} className="flex flex-col gap-1 py-2">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{t('attempt', { number: String(attempt.number) })}</span>
              <span className="text-ink-muted">{format.dateTimeSeconds(attempt.startedAt)}</span>
            </span>
            <span>
              {answerText(attempt)}
              {attempt.durationMs === null ? '' : ` · ${t('ms', { ms: format.number(attempt.durationMs) })}`}
            </span>
            {attempt.answer ? <Text label={t('received')}>{attempt.answer}</Text> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A text of somebody else's making: shown as it is, and never as anything more. */
function Text({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="max-h-72 overflow-auto rounded-md border border-line bg-sunken p-3"
    >
      <pre className="font-mono text-xs break-all whitespace-pre-wrap">{children}</pre>
    </section>
  );
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
