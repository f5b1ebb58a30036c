'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { NotificationQuery } from '#components/api/use-notifications.ts';

export const STATES = ['unread', 'read'] as const;
export const ABOUTS = ['batch', 'job', 'approval', 'artifact', 'webhook'] as const;

const FILTERS = {
  state: parseAsStringLiteral(STATES),
  about: parseAsStringLiteral(ABOUTS),
  cursor: parseAsString,
};

/** Which part of the inbox is shown, kept in the address. */
export function useNotificationFilters() {
  const [values, setValues] = useQueryStates(FILTERS);
  const { state, about, cursor } = values;
  const query: NotificationQuery = {
    state: state ?? undefined,
    about: about ?? undefined,
    cursor: cursor ?? undefined,
    limit: 25,
  };
  return {
    values,
    query,
    filtered: state !== null || about !== null,
    set: (change: Partial<Omit<typeof values, 'cursor'>>) => void setValues({ ...change, cursor: null }),
    clear: () => void setValues({ state: null, about: null, cursor: null }),
    setCursor: (next: string) => void setValues({ cursor: next }, { history: 'push' }),
  };
}
