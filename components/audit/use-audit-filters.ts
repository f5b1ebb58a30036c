'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import type { AuditListQuery } from '#components/api/use-audit-entries.ts';
import { endOfDay, startOfDay } from '#components/i18n/day-bounds.ts';

const text = parseAsString.withDefault('');

/** What the audit page looks for, kept in the URL so that it can be shared; days are `YYYY-MM-DD` in Amsterdam. */
export const NO_FILTERS = { person: '', action: '', subject: '', batch: '', text: '', from: '', until: '' };
export type AuditFilters = typeof NO_FILTERS;

export function useAuditFilters() {
  const [state, setState] = useQueryStates({
    person: text,
    action: text,
    subject: text,
    batch: text,
    text,
    from: text,
    until: text,
    cursor: parseAsString,
  });
  const { cursor, ...filters } = state;
  const query: AuditListQuery = {
    person: filters.person || undefined,
    action: filters.action || undefined,
    subject: filters.subject || undefined,
    batch: filters.batch || undefined,
    text: filters.text || undefined,
    from: startOfDay(filters.from),
    until: endOfDay(filters.until),
    cursor: cursor ?? undefined,
  };
  return {
    filters,
    query,
    filtered: Object.values(filters).some(Boolean),
    setFilters: (next: AuditFilters) => void setState({ ...next, cursor: null }, { history: 'push' }),
    setCursor: (next: string | null) => void setState({ cursor: next }, { history: 'push', scroll: true }),
  };
}
