'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { MAX_QUERY_TERMS } from '#contract/batches.ts';
import type { Terms } from './read-terms.ts';

/** How many terms there are, and what is not counted; read out when it changes, after typing has paused. */
export function TermCount({ read: { terms, duplicates, tooLong, tooMany } }: { read: Terms }) {
  const t = useTranslations('query');
  const format = useFormat();
  return (
    <div role="status" className="flex min-h-6 flex-wrap gap-x-3 pt-2 text-sm">
      {terms.length > 0 ? <span className="font-semibold">{t('count', { count: terms.length })}</span> : null}
      {duplicates > 0 ? <span className="text-ink-muted">{t('duplicates', { count: duplicates })}</span> : null}
      {tooLong > 0 ? <span className="text-warning-ink">{t('tooLong', { count: tooLong })}</span> : null}
      {tooMany ? (
        <span className="w-full text-danger-ink">{t('tooMany', { max: format.number(MAX_QUERY_TERMS) })}</span>
      ) : null}
    </div>
  );
}
