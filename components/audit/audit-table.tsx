'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { AuditEntry } from '#contract/audit.ts';
import { ROLES } from '#domain/access.ts';
import { useAuditWords } from './use-audit-words.ts';

export type AuditTableProps = { entries: readonly AuditEntry[]; onOpen: (entry: AuditEntry) => void };

/** One row per entry, time to the second; the time is the button that opens all of it. */
export function AuditTable({ entries, onOpen }: AuditTableProps) {
  const t = useTranslations('audit');
  return (
    <Table caption={t('caption')} minWidth={820}>
      <TableHead>
        <HeadCell className="w-46">{t('time')}</HeadCell>
        <HeadCell className="w-42">{t('who')}</HeadCell>
        <HeadCell className="w-56">{t('what')}</HeadCell>
        <HeadCell className="w-44">{t('about')}</HeadCell>
        <HeadCell>{t('reason')}</HeadCell>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} onOpen={() => onOpen(entry)} />
        ))}
      </TableBody>
    </Table>
  );
}

function AuditRow({ entry, onOpen }: { entry: AuditEntry; onOpen: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  const words = useAuditWords();
  const time = format.dateTimeSeconds(entry.at);
  const role = ROLES.find((known) => known === entry.role);
  return (
    <TableRow>
      <RowHeadCell className="whitespace-nowrap">
        <button
          type="button"
          onClick={onOpen}
          aria-label={t('audit.open', { time })}
          className="min-h-6 rounded-sm text-ink underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {time}
        </button>
      </RowHeadCell>
      <Cell>
        <span className="block">{entry.actorName ?? t('audit.system')}</span>
        {role ? <span className="block text-xs text-ink-muted">{t(`statuses.role.${role}`)}</span> : null}
      </Cell>
      <Cell>
        <span className={cx('block', isGrave(entry.action) && 'font-medium text-danger-ink')}>
          {words.action(entry.action)}
        </span>
        <span className="block font-mono text-xs text-ink-muted">{entry.action}</span>
      </Cell>
      <Cell>
        {entry.subjectType ? <span className="block">{words.subject(entry.subjectType)}</span> : null}
        {entry.subjectId ? (
          <span className="block max-w-36 truncate font-mono text-xs text-ink-muted" title={entry.subjectId}>
            {entry.subjectId}
          </span>
        ) : null}
      </Cell>
      <Cell className="text-ink-muted">{entry.reason}</Cell>
    </TableRow>
  );
}

/** What was refused or went wrong catches the eye; the words say it too. */
function isGrave(action: string): boolean {
  return /\.(refused|locked|give_up|stopped_by_errors|plan_refused|roll_back_failed)$/.test(action);
}
