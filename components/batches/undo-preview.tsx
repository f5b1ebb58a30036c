'use client';

import { CircleX, type LucideIcon, TriangleAlert, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import type { Undo } from '#contract/jobs.ts';
import { useCodeText } from './use-code-text.ts';

const LOOKS: Record<'reversed' | 'kept' | 'failed', { icon: LucideIcon; color: string }> = {
  reversed: { icon: Undo2, color: 'text-success-fill' },
  kept: { icon: TriangleAlert, color: 'text-warning-fill' },
  failed: { icon: CircleX, color: 'text-danger-fill' },
};
const BUCKETS = ['reversed', 'kept', 'failed'] as const;
const LISTED = 50;

/** What taking back a job would do: three buckets, and by name what stays. */
export function UndoPreview({ undo }: { undo: Undo }) {
  const t = useTranslations('batches.undo');
  const format = useFormat();
  return (
    <div className="flex flex-col gap-3">
      <p>{undo.reversed === 0 ? t('nothing') : t('lead')}</p>
      <dl className="divide-y divide-line rounded-md border border-line">
        {BUCKETS.map((bucket) => {
          const { icon: Icon, color } = LOOKS[bucket];
          return (
            <div key={bucket} className="flex items-center gap-2.5 px-3 py-2">
              <Icon aria-hidden size={16} className={cx('shrink-0', undo[bucket] > 0 ? color : 'text-ink-muted')} />
              <dt className="grow">{t(bucket)}</dt>
              <dd className="text-lg font-semibold">{format.number(undo[bucket])}</dd>
            </div>
          );
        })}
      </dl>
      {undo.items.length > 0 ? <Staying undo={undo} /> : null}
      {undo.reversed > 0 ? <p className="text-ink-muted">{t('how')}</p> : null}
    </div>
  );
}

/** Those that stay, and why. They open in a tab of their own: the question here is not yet answered. */
function Staying({ undo }: { undo: Undo }) {
  const t = useTranslations('batches.undo');
  const codeText = useCodeText();
  const shown = undo.items.slice(0, LISTED);
  const more = undo.kept + undo.failed - shown.length;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{t('staying')}</h3>
      <ul
        aria-label={t('staying')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="max-h-40 divide-y divide-line overflow-auto rounded-md border border-line px-3"
      >
        {shown.map(({ position, term, definitionId, code }) => {
          const name = term ?? t('noTerm', { position: String(position + 1) });
          return (
            <li key={position} className="py-1.5">
              {definitionId ? (
                <Link
                  href={`/definitions/${definitionId}?tab=history`}
                  target="_blank"
                  className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
                >
                  {name}
                </Link>
              ) : (
                name
              )}
              <span className="block text-xs text-ink-muted">{codeText(code)}</span>
            </li>
          );
        })}
      </ul>
      {more > 0 ? <p className="text-ink-muted">{t('more', { count: more })}</p> : null}
    </section>
  );
}
