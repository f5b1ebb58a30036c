'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { SidePanel } from '#components/ui/side-panel.tsx';
import type { AuditEntry } from '#contract/audit.ts';
import { ROLES } from '#domain/access.ts';
import { useAuditWords } from './use-audit-words.ts';

export type AuditEntryPanelProps = { entry: AuditEntry | null; onClose: () => void };

/** Everything one audit entry holds. */
export function AuditEntryPanel({ entry, onClose }: AuditEntryPanelProps) {
  const t = useTranslations();
  const words = useAuditWords();
  return (
    <SidePanel
      isOpen={entry !== null}
      onClose={onClose}
      title={entry ? words.action(entry.action) : ''}
      context={t('audit.detailTitle')}
      closeLabel={t('common.close')}
    >
      {entry ? <Fields entry={entry} /> : null}
    </SidePanel>
  );
}

function Fields({ entry }: { entry: AuditEntry }) {
  const t = useTranslations();
  const words = useAuditWords();
  const format = useFormat();
  const role = ROLES.find((known) => known === entry.role);
  const details = Object.keys(entry.details).length > 0 ? JSON.stringify(entry.details, null, 2) : null;
  return (
    <dl className="flex flex-col divide-y divide-line text-sm">
      <Field name={t('audit.localTime')}>{format.dateTimeSeconds(entry.at)}</Field>
      <Field name={t('audit.exactTime')} code>
        {entry.at}
      </Field>
      <Field name={t('audit.who')}>{entry.actorName ?? t('audit.system')}</Field>
      <Field name={t('audit.role')}>{role ? t(`statuses.role.${role}`) : entry.role}</Field>
      <Field name={t('audit.organisation')}>{entry.organisation}</Field>
      <Field name={t('audit.what')} code>
        {entry.action}
      </Field>
      <Field name={t('audit.reason')}>{entry.reason}</Field>
      <Field name={t('audit.subjectType')}>{entry.subjectType ? words.subject(entry.subjectType) : null}</Field>
      <Field name={t('audit.subjectId')} code>
        {entry.subjectId}
      </Field>
      <Field name={t('audit.oldHash')} code>
        {entry.oldHash}
      </Field>
      <Field name={t('audit.newHash')} code>
        {entry.newHash}
      </Field>
      <Field name={t('audit.correlationId')} code>
        {entry.correlationId}
      </Field>
      <Field name={t('audit.ip')} code>
        {entry.ip}
      </Field>
      <Field name={t('audit.userAgent')}>{entry.userAgent}</Field>
      <Field name={t('audit.entryId')} code>
        {entry.id}
      </Field>
      <Field name={t('audit.details')}>
        {details ? <pre className="overflow-x-auto rounded-sm bg-sunken p-3 font-mono text-xs">{details}</pre> : null}
      </Field>
    </dl>
  );
}

/** A field with nothing in it is left out. */
function Field({ name, code = false, children }: { name: string; code?: boolean; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <div className="grid gap-x-4 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-muted">{name}</dt>
      <dd className={code ? 'font-mono text-xs leading-[1.3125rem] break-all' : 'break-words'}>{children}</dd>
    </div>
  );
}
