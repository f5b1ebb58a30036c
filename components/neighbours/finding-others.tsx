'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BesideOther } from './beside-other.tsx';
import { OtherLink } from './other-link.tsx';
import { meantOf, otherOf, pathOf } from './others-of.ts';
import type { OwnDefinition } from './own-definition.ts';

export type FindingOthersProps = {
  finding: { code: string; params?: Record<string, string | number> | undefined };
  /** The definition the finding is about, to show the other one beside it. */
  own: OwnDefinition | null;
  /** The job of which the findings are, where its items can be led to. */
  jobId?: string | null;
};

/** The other definitions a finding is about: the one that resembles this one beside it, the way round, what may have been meant. */
export function FindingOthers({ finding, own, jobId = null }: FindingOthersProps) {
  const t = useTranslations('definitions.neighbours');
  const [isOpen, setOpen] = useState(false);
  const hasItems = jobId !== null;
  const path = pathOf(finding);
  if (path)
    return (
      <ol aria-label={t('path')} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {path.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path begins and ends with the same term and never moves
          <li key={index} className="flex min-w-0 items-baseline gap-2 break-words">
            {index > 0 ? <span aria-hidden>→</span> : null}
            <OtherLink other={step} hasItems={hasItems} />
          </li>
        ))}
      </ol>
    );
  const meant = meantOf(finding);
  if (meant.length > 0)
    return (
      <ul aria-label={t('meant')} className="flex flex-wrap gap-x-4 gap-y-1">
        {meant.map((other) => (
          <li key={other.term}>
            <OtherLink other={other} hasItems={hasItems} />
          </li>
        ))}
      </ul>
    );
  const other = otherOf(finding);
  if (!other || (other.id === null && other.item === null)) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <OtherLink other={other} hasItems={hasItems} />
        {other.item !== null && hasItems ? (
          <span className="text-ink-muted">{t('item', { item: String(other.item) })}</span>
        ) : null}
        {own ? (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="min-h-6 cursor-pointer rounded-sm text-accent underline underline-offset-4 hover:decoration-2"
          >
            {t(isOpen ? 'hide' : 'compare')}
          </button>
        ) : null}
      </p>
      {own && isOpen ? <BesideOther own={own} other={other} jobId={jobId} /> : null}
    </div>
  );
}
