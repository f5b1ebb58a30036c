'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Link } from '#components/ui/link.tsx';
import type { Quality } from '#contract/quality.ts';
import { ISSUE_GROUPS } from '#domain/quality.ts';
import { scorePoints } from '#domain/score-points.ts';
import type { QualityLink } from './quality-link.ts';

const COUNTS = ['duplicates', 'cycles', 'unresolved', 'degraded'] as const;

/** The numbers that are no chart: sources, duplicates, cycles, dangling references, what scores lower than it did. */
export function QualityFacts({ quality, linkOf }: { quality: Quality; linkOf: QualityLink }) {
  const t = useTranslations('quality');
  const format = useFormat();
  const { checked, withSource, meanScore, rescored } = quality;
  const scored = checked - quality.unscored;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
      <Fact label={t('mean')} value={meanScore === null ? '–' : String(scorePoints(meanScore))} />
      {withSource === null ? null : (
        <Fact label={t('withSource')} value={scored > 0 ? format.percent(withSource / scored) : '–'} />
      )}
      {rescored ? <Rescored rescored={rescored} /> : null}
      {COUNTS.map((name) => {
        const count = quality[name];
        if (count === null) return null;
        // Several codes are one number; the items of the commonest are a click away, the others are in the list of findings.
        const codes: readonly string[] = ISSUE_GROUPS[name];
        const code = quality.issues.find((issue) => codes.includes(issue.code))?.code;
        return (
          <Fact
            key={name}
            label={t(name)}
            value={format.number(count)}
            href={count > 0 && code ? linkOf({ rule: code }) : undefined}
          />
        );
      })}
    </dl>
  );
}

function Fact({ label, value, href }: { label: string; value: string; href?: string | undefined }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-xs text-ink-muted">{label}</dt>
      <dd className="text-xl font-semibold">
        {href ? (
          <Link href={href} className="underline decoration-line-strong underline-offset-4 hover:text-accent">
            {value}
            <span className="sr-only"> {label}</span>
          </Link>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}

/** What the changes do to the score: the means of the same definitions before and after. */
function Rescored({ rescored }: { rescored: NonNullable<Quality['rescored']> }) {
  const t = useTranslations('quality');
  const { count, before, after, higher, lower } = rescored;
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-xs text-ink-muted">{t('rescored', { count })}</dt>
      <dd>
        <span className="text-xl font-semibold">
          {t('fromTo', { before: String(scorePoints(before)), after: String(scorePoints(after)) })}
        </span>{' '}
        <span className="block text-xs text-ink-muted">{t('higherLower', { higher, lower })}</span>
      </dd>
    </div>
  );
}
