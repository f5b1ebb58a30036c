'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { NotificationSettings } from '#contract/notifications.ts';
import { eventName } from '#domain/event-texts.ts';
import { EVENT_FACTS, EVENT_TYPES, type EventType } from '#domain/events.ts';
import { CHANNELS } from '#domain/notification-choices.ts';

type Choices = NotificationSettings['choices'];

const GROUPS = [
  { prefix: 'batch.', label: 'ofBatch' },
  { prefix: 'job.', label: 'ofJob' },
  { prefix: 'approval.', label: 'ofApproval' },
  { prefix: 'artifact.', label: 'ofArtifact' },
  { prefix: 'webhook.', label: 'ofWebhook' },
] as const;

export type ChoiceTableProps = { choices: Choices; onChange: (choices: Choices) => void };

/** Every event in a row, with a box for the inbox and one for e-mail. */
export function ChoiceTable({ choices, onChange }: ChoiceTableProps) {
  const t = useTranslations('notifications.preferences');
  return (
    <Table caption={t('caption')} minWidth={0}>
      <TableHead>
        <HeadCell>{t('event')}</HeadCell>
        {CHANNELS.map((channel) => (
          <HeadCell key={channel} className="w-20 text-center">
            {t(channel)}
          </HeadCell>
        ))}
      </TableHead>
      {GROUPS.map(({ prefix, label }) => (
        <TableBody key={prefix}>
          <tr>
            <th
              colSpan={CHANNELS.length + 1}
              scope="rowgroup"
              className="bg-sunken px-3 py-1.5 text-xs font-semibold text-ink-muted"
            >
              {t(label)}
            </th>
          </tr>
          {EVENT_TYPES.filter((type) => type.startsWith(prefix)).map((type) => (
            <ChoiceRow
              key={type}
              type={type}
              choice={choices[type]}
              onChange={(choice) => onChange({ ...choices, [type]: choice })}
            />
          ))}
        </TableBody>
      ))}
    </Table>
  );
}

type Choice = Choices[EventType];

function ChoiceRow({ type, choice, onChange }: { type: EventType; choice: Choice; onChange: (next: Choice) => void }) {
  const t = useTranslations('notifications.preferences');
  const event = eventName(type, useLocale());
  const { audience } = EVENT_FACTS[type];
  return (
    <TableRow>
      <RowHeadCell>
        <span className="block">{event}</span>
        {audience === 'starter' ? null : (
          <span className="block text-xs font-normal text-ink-muted">
            {t(audience === 'leads' ? 'onlyLeads' : 'leads')}
          </span>
        )}
      </RowHeadCell>
      {CHANNELS.map((channel) => (
        <Cell key={channel} className="text-center">
          <Checkbox
            aria-label={t('by', { event, channel: t(channel) })}
            isSelected={choice[channel]}
            onChange={(on) => onChange({ ...choice, [channel]: on })}
          />
        </Cell>
      ))}
    </TableRow>
  );
}
