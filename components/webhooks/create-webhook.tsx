'use client';

import { useRouter } from 'next/navigation';
import { useCreateWebhook } from '#components/api/use-webhooks.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** From the form to the secret, and on to the page of what was made. */
export function CreateWebhook({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const create = useCreateWebhook();
  const made = create.data;
  if (made)
    return <SecretDialog name={made.name} secret={made.secret} onClose={() => router.push(`/webhooks/${made.id}`)} />;
  return (
    <WebhookForm
      pending={create.isPending}
      error={create.error}
      onSave={({ events, ...draft }) => create.mutate({ ...draft, events: [...events] })}
      onClose={onClose}
    />
  );
}
