'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Link } from '#components/ui/link.tsx';
import type { Job } from '#contract/jobs.ts';
import { itemsLink } from './links.ts';
import { useCodeText } from './use-code-text.ts';

export type ErrorGroup = { code: string; count: number; example: string | null };

export type ErrorGroupsProps = {
  job: Pick<Job, 'id' | 'batchId'>;
  groups: readonly ErrorGroup[];
  onLeave?: () => void;
};

/** The same errors together, most frequent first: "37x Bron ontbreekt", each leading to its items. */
export function ErrorGroups({ job, groups, onLeave }: ErrorGroupsProps) {
  const t = useTranslations('batches.errors');
  const format = useFormat();
  const codeText = useCodeText();
  const most = Math.max(1, ...groups.map((group) => group.count));
  return (
    <ul className="flex flex-col gap-1">
      {groups.map((group) => (
        <li key={group.code}>
          <Link
            href={itemsLink(job, { rule: group.code, status: 'failed' })}
            {...(onLeave ? { onClick: onLeave } : {})}
            className="group relative flex min-h-9 items-center gap-3 overflow-hidden rounded-sm px-2 py-1 text-sm text-ink no-underline hover:bg-sunken"
          >
            <span
              aria-hidden
              className="absolute inset-y-0.5 left-0 rounded-sm bg-danger opacity-70"
              style={{ width: `${(group.count / most) * 100}%` }}
            />
            <span className="relative w-12 shrink-0 text-right font-semibold">
              {t('times', { count: format.number(group.count) })}
            </span>
            <span className="relative min-w-0 grow">
              <span className="group-hover:underline">{codeText(group.code)}</span>
              {group.example ? (
                <span className="text-ink-muted"> {t('example', { example: group.example })}</span>
              ) : null}
            </span>
            <ChevronRight aria-hidden size={16} className="relative shrink-0 text-ink-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
