'use client';

import { Sparkles, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useCodeText } from '#components/batches/use-code-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { SeverityBadge } from '#components/statuses/severity-badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Issue } from '#contract/quality.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { PlanRepairDialog } from './plan-repair-dialog.tsx';
import type { QualityLink } from './quality-link.ts';
import { RepairDialog } from './repair-dialog.tsx';

export type IssueListProps = {
  issues: readonly Issue[];
  linkOf: QualityLink;
  /** Which definitions a repair is about, together with the rule; null: they are not written yet. */
  repairOf: DefinitionFilterValues | null;
  /** The job of a plan that waits and takes repairs itself; null: there is none. */
  planOf?: string | null;
  /** What the share is of. */
  among: 'items' | 'definitions';
  atMost?: number;
};

const FIRST = 8;

/** Findings by rule, most frequent first: how many, one example, and what to do about all of them at once. */
export function IssueList({ issues, linkOf, repairOf, planOf = null, among, atMost = FIRST }: IssueListProps) {
  const t = useTranslations('quality');
  const [all, setAll] = useState(false);
  const [repairing, setRepairing] = useState<Issue | null>(null);
  const mayRepair = useMayDo('batch:start');
  const mayChangePlan = useMayDo('batch:control') && planOf !== null;
  if (issues.length === 0) return <p className="text-sm text-ink-muted">{t('issuesNone')}</p>;
  const shown = all ? issues : issues.slice(0, atMost);
  const rest = issues.length - shown.length;
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col divide-y divide-line">
        {shown.map((issue) => (
          <IssueLine
            key={issue.code}
            issue={issue}
            linkOf={linkOf}
            among={among}
            written={repairOf !== null}
            onRepair={mayChangePlan || (mayRepair && repairOf) ? () => setRepairing(issue) : null}
          />
        ))}
      </ol>
      {rest > 0 ? (
        <Button variant="quiet" size="small" className="self-start" onPress={() => setAll(true)}>
          {t('more', { count: rest })}
        </Button>
      ) : null}
      {repairing?.transform && planOf ? (
        <PlanRepairDialog jobId={planOf} transform={repairing.transform} onClose={() => setRepairing(null)} />
      ) : repairing?.transform && repairOf ? (
        <RepairDialog
          transform={repairing.transform}
          filter={{ ...repairOf, rule: repairing.code }}
          count={repairing.count}
          onClose={() => setRepairing(null)}
        />
      ) : null}
    </div>
  );
}

type IssueLineProps = Pick<IssueListProps, 'linkOf' | 'among'> & {
  issue: Issue;
  written: boolean;
  onRepair: (() => void) | null;
};

function IssueLine({ issue, linkOf, among, written, onRepair }: IssueLineProps) {
  const t = useTranslations('quality');
  const format = useFormat();
  const codeText = useCodeText();
  const { code, severity, count, share, example, transform, repaired } = issue;
  const name = codeText(code);
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 py-2.5 text-sm first:pt-0 last:pb-0">
      <span className="pt-0.5 text-right text-base font-semibold">{t('times', { count: format.number(count) })}</span>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 grow basis-56 font-medium break-words">
          {name} <span className="font-mono text-xs font-normal whitespace-nowrap text-ink-muted">{code}</span>
        </span>
        <SeverityBadge severity={severity} />
      </div>
      <div className="col-start-2 flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
        <span className="flex items-center gap-2 text-xs whitespace-nowrap text-ink-muted">
          <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-neutral">
            <span className="block h-full bg-chart-1" style={{ width: `${Math.max(2, share * 100)}%` }} />
          </span>
          {t(among === 'items' ? 'shareOf' : 'shareOfDefinitions', { share: format.percent(share) })}
        </span>
        {example?.term ? (
          <span className="max-w-full min-w-0 grow basis-40 truncate text-xs text-ink-muted">
            {t('example', { term: example.term })}
            {example.value ? ` · ${t('exampleValue', { value: example.value })}` : ''}
          </span>
        ) : null}
        <span className="-mx-2 flex flex-wrap items-center gap-x-1 gap-y-1">
          {transform && !onRepair ? (
            <Note>{t(written ? 'repairable' : 'repairLater')}</Note>
          ) : repaired ? (
            <Note>{t('repaired')}</Note>
          ) : null}
          <Link
            href={linkOf({ rule: code })}
            className="inline-flex min-h-8 items-center rounded-sm px-2 text-accent underline underline-offset-4 hover:bg-accent-soft"
          >
            {t('show', { count })} <span className="sr-only">{t('showName', { issue: name })}</span>
          </Link>
          {transform && onRepair ? (
            <Button size="small" className="mx-2" icon={<Wrench aria-hidden size={14} />} onPress={onRepair}>
              {t('repair', { count })} <span className="sr-only">{t('showName', { issue: name })}</span>
            </Button>
          ) : null}
        </span>
      </div>
    </li>
  );
}

function Note({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 px-2 text-xs text-ink-muted">
      <Sparkles aria-hidden size={13} />
      {children}
    </span>
  );
}
