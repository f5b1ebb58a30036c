'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { CheckboxGroup, FieldError, Label } from 'react-aria-components';
import { useLocale, useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FIELD_ERROR, LABEL } from '#components/ui/field-styles.ts';
import { TextField } from '#components/ui/text-field.tsx';
import type { Webhook } from '#contract/webhooks.ts';
import { eventName } from '#domain/event-texts.ts';
import { type EventType, WEBHOOK_EVENTS } from '#domain/events.ts';
import { type WebhookDraft, webhookProblems } from './webhook-problems.ts';

export type WebhookFormProps = {
  /** The one that is changed; none: a new one. */
  webhook?: Webhook;
  pending: boolean;
  error: unknown;
  onSave: (draft: WebhookDraft) => void;
  onClose: () => void;
};

const USUAL: readonly EventType[] = ['batch.finished', 'job.awaiting_confirmation', 'job.completed', 'job.failed'];

/** Name, address and events of a webhook. */
export function WebhookForm({ webhook, pending, error, onSave, onClose }: WebhookFormProps) {
  const t = useTranslations('webhooks.form');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [draft, setDraft] = useState<WebhookDraft>({
    name: webhook?.name ?? '',
    url: webhook?.url ?? 'https://',
    events: webhook?.events ?? USUAL,
  });
  const [checked, setChecked] = useState(false);
  const problems = checked ? webhookProblems(draft) : [];
  const errorOf = (field: keyof WebhookDraft, text: string) => (problems.includes(field) ? text : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (webhookProblems(draft).length === 0) onSave({ ...draft, name: draft.name.trim(), url: draft.url.trim() });
    // After the errors are drawn: to the first field that is wrong.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(webhook ? 'edit' : 'make')}
      closeLabel={common('close')}
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" pending={pending}>
            {t(webhook ? 'save' : 'make')}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={submit} className="flex flex-col gap-5">
        {error ? (
          <Banner tone="danger" role="alert" title={problemText(error).title}>
            {problemText(error).detail}
          </Banner>
        ) : null}
        <TextField
          label={t('name')}
          description={t('nameHelp')}
          error={errorOf('name', t('nameMissing'))}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          maxLength={200}
          autoFocus
        />
        <TextField
          label={t('url')}
          description={t('urlHelp')}
          error={errorOf('url', t('urlWrong'))}
          type="url"
          value={draft.url}
          onChange={(url) => setDraft({ ...draft, url })}
          maxLength={2000}
        />
        <EventChoice
          events={draft.events}
          error={errorOf('events', t('eventsMissing'))}
          onChange={(events) => setDraft({ ...draft, events })}
        />
      </form>
    </Dialog>
  );
}

type EventChoiceProps = {
  events: readonly EventType[];
  error: string | undefined;
  onChange: (events: readonly EventType[]) => void;
};

function EventChoice({ events, error, onChange }: EventChoiceProps) {
  const t = useTranslations('webhooks.form');
  const locale = useLocale();
  const all = events.length === WEBHOOK_EVENTS.length;
  return (
    <CheckboxGroup
      value={[...events]}
      onChange={(chosen) => onChange(WEBHOOK_EVENTS.filter((type) => chosen.includes(type)))}
      isInvalid={error !== undefined}
      className="flex flex-col gap-1"
    >
      <Label className={LABEL}>{t('events')}</Label>
      <FieldError className={FIELD_ERROR}>{error}</FieldError>
      <div className="grid gap-x-4 gap-y-1 pt-1 sm:grid-cols-2">
        {WEBHOOK_EVENTS.map((type) => (
          <Checkbox key={type} value={type} description={<code className="text-xs">{type}</code>}>
            {eventName(type, locale)}
          </Checkbox>
        ))}
      </div>
      <div className="pt-1">
        <Button size="small" variant="quiet" isDisabled={all} onPress={() => onChange(WEBHOOK_EVENTS)}>
          {t('all')}
        </Button>
      </div>
    </CheckboxGroup>
  );
}
