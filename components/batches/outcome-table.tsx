'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { ItemOutcomeBadge } from '#components/statuses/item-outcome-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Report } from '#contract/reports.ts';
import type { ItemOutcome } from '#domain/item-outcome.ts';
import { useJobWords } from './use-job-words.ts';

const ROWS = [
  ['succeeded', 'succeeded'],
  ['unchanged', 'unchanged'],
  ['skipped', 'skipped'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['rolledBack', 'rolled_back'],
  ['rollbackConflict', 'rollback_conflict'],
  ['pending', 'pending'],
] as const;

/** The four that are always there; the others only when they occur. */
const ALWAYS = 4;

export type OutcomeTableProps = {
  totals: Report['totals'];
  /** Where the items are that ended so. */
  linkOf?: (outcome: ItemOutcome) => string;
};

/** Every outcome with its number and share, adding up in the last row. */
export function OutcomeTable({ totals, linkOf }: OutcomeTableProps) {
  const t = useTranslations('batches.report');
  const format = useFormat();
  const words = useJobWords();
  const rows = ROWS.filter(([key], index) => index < ALWAYS || totals[key] > 0);
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{t('totals')}</caption>
      <thead>
        <tr className="text-xs text-ink-muted">
          <th scope="col" className="pb-1 font-medium">
            {t('outcome')}
          </th>
          <th scope="col" className="pb-1 text-right font-medium">
            {t('count')}
          </th>
          <th scope="col" className="w-16 pb-1 text-right font-medium sm:w-20">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-y border-line">
        {rows.map(([key, outcome]) => (
          <tr key={key}>
            <th scope="row" className="py-2 font-normal">
              <ItemOutcomeBadge outcome={outcome} />
            </th>
            <td className="text-right font-medium">
              {totals[key] > 0 && linkOf ? (
                <Link
                  href={linkOf(outcome)}
                  className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:text-accent"
                >
                  {format.number(totals[key])}
                </Link>
              ) : (
                format.number(totals[key])
              )}
            </td>
            <td className="text-right text-ink-muted">
              {totals.total > 0 ? words.share(totals[key] / totals.total) : ''}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="pt-2">
            {t('total')}
          </th>
          <td className="pt-2 text-right">{format.number(totals.total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
