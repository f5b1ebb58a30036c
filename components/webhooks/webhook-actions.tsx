'use client';

import { Ellipsis, KeyRound, Pencil, Power, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { useSteerWebhook } from '#components/api/use-webhooks.ts';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Webhook } from '#contract/webhooks.ts';
import { AskFirst } from './ask-first.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookForm } from './webhook-form.tsx';

export type WebhookActionsProps = { webhook: Webhook; steer: ReturnType<typeof useSteerWebhook> };

/** Changing it, turning it off, another secret, deleting it. */
export function WebhookActions({ webhook, steer }: WebhookActionsProps) {
  const t = useTranslations('webhooks');
  const [open, setOpen] = useState<'edit' | 'secret' | 'remove' | null>(null);
  const { change } = steer;
  const icon = { 'aria-hidden': true, size: 16 } as const;
  return (
    <>
      <Menu
        label={t('more')}
        trigger={<Button icon={<Ellipsis {...icon} />}>{t('more')}</Button>}
        entries={[
          { id: 'edit', label: t('edit'), icon: <Pencil {...icon} />, onAction: () => setOpen('edit') },
          {
            id: 'power',
            label: t(webhook.enabled ? 'turnOff' : 'turnOn'),
            icon: <Power {...icon} />,
            onAction: () =>
              change.mutate(
                { enabled: !webhook.enabled },
                { onSuccess: ({ enabled }) => announce(t(enabled ? 'turnedOn' : 'turnedOff')) },
              ),
          },
          { id: 'secret', label: t('secret.replace'), icon: <KeyRound {...icon} />, onAction: () => setOpen('secret') },
          {
            id: 'remove',
            label: t('remove.action'),
            icon: <Trash2 {...icon} />,
            danger: true,
            onAction: () => setOpen('remove'),
          },
        ]}
      />
      {open === 'edit' ? (
        <WebhookForm
          webhook={webhook}
          pending={change.isPending}
          error={change.error}
          onClose={() => setOpen(null)}
          onSave={({ events, ...draft }) =>
            change.mutate(
              { ...draft, events: [...events] },
              {
                onSuccess: () => {
                  setOpen(null);
                  showToast({ tone: 'success', title: t('form.saved') });
                },
              },
            )
          }
        />
      ) : null}
      {open === 'secret' ? <ReplaceSecret webhook={webhook} steer={steer} onClose={() => setOpen(null)} /> : null}
      {open === 'remove' ? <Remove webhook={webhook} steer={steer} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

type DialogProps = WebhookActionsProps & { onClose: () => void };

function ReplaceSecret({ webhook: { name }, steer: { replaceSecret }, onClose }: DialogProps) {
  const t = useTranslations('webhooks.secret');
  const close = () => {
    replaceSecret.reset();
    onClose();
  };
  if (replaceSecret.data) return <SecretDialog name={name} secret={replaceSecret.data.secret} onClose={close} />;
  return (
    <AskFirst
      title={t('replaceTitle', { name })}
      text={t('replaceText')}
      confirm={t('replaceConfirm')}
      action={replaceSecret}
      onConfirm={() => replaceSecret.mutate()}
      onClose={close}
    />
  );
}

function Remove({ webhook: { name }, steer: { remove }, onClose }: DialogProps) {
  const t = useTranslations('webhooks.remove');
  const router = useRouter();
  const gone = () => {
    announce(t('removed', { name }));
    router.push('/webhooks');
  };
  return (
    <AskFirst
      danger
      title={t('title', { name })}
      text={t('text')}
      keep={t('keep')}
      confirm={t('confirm')}
      action={remove}
      onConfirm={() => remove.mutate(undefined, { onSuccess: gone })}
      onClose={onClose}
    />
  );
}
