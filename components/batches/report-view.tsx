'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Card, Stat } from '#components/ui/card.tsx';
import type { Job } from '#contract/jobs.ts';
import type { Report } from '#contract/reports.ts';
import { DECISIONS } from '#domain/plan.ts';
import { BarTable } from './bar-table.tsx';
import { itemsLink } from './links.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { ReportErrors } from './report-errors.tsx';
import { ReportFormats } from './report-formats.tsx';
import { ReportRedactions } from './report-redactions.tsx';
import { useJobWords } from './use-job-words.ts';

/** The report of a job that has ended; its totals add up to the number of items. */
export function ReportView({ job, report }: { job: Job; report: Report }) {
  const t = useTranslations('batches.report');
  const statuses = useTranslations('statuses');
  const format = useFormat();
  const decisions = DECISIONS.filter((decision) => (report.decisions[decision] ?? 0) > 0);
  // What could not be taken back has its reason among the errors, but did not fail.
  const failed = report.totals.rollbackConflict > 0 ? {} : { status: 'failed' };
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('totals')}>
          <OutcomeTable totals={report.totals} linkOf={(status) => itemsLink(job, { status })} />
        </Card>
        {decisions.length > 0 ? (
          <Card title={t('decisions')}>
            <BarTable
              caption={t('decisions')}
              head={[t('decision'), t('count')]}
              rows={decisions.map((decision) => ({
                id: decision,
                name: statuses(`decision.${decision}`),
                value: report.decisions[decision] ?? 0,
                text: format.number(report.decisions[decision] ?? 0),
                href: itemsLink(job, { decision }),
              }))}
            />
          </Card>
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('speed')}>
          <Speed report={report} />
        </Card>
        <Phases report={report} />
      </div>
      {report.errors.length > 0 ? (
        <Card title={t('errors')} className="lg:col-span-2">
          <ReportErrors errors={report.errors} linkOf={(rule) => itemsLink(job, { ...failed, rule })} />
        </Card>
      ) : null}
      <ReportRedactions job={job} redactions={report.redactions} />
      <ReportFormats formats={report.formats} />
    </div>
  );
}

function Speed({ report }: { report: Report }) {
  const t = useTranslations('batches.numbers');
  const format = useFormat();
  const words = useJobWords();
  const { totalMs, perItemMs } = report.timings;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
      <Stat label={t('duration')} value={format.duration(totalMs)} />
      <Stat label={t('successRate')} value={words.share(report.successRate)} />
      <Stat label={t('rate')} value={words.rate(report.throughput)} />
      <Stat label={t('perItem')} value={perItemMs === null ? t('none') : words.shortTime(perItemMs)} />
    </dl>
  );
}

function Phases({ report }: { report: Report }) {
  const t = useTranslations('batches.report');
  const statuses = useTranslations('statuses.phase');
  const format = useFormat();
  const words = useJobWords();
  const { phases } = report.timings;
  const work = phases.filter(({ phase }) => phase !== 'confirming');
  const waited = phases.find(({ phase }) => phase === 'confirming');
  if (work.length === 0) return null;
  return (
    <Card title={t('phases')}>
      <BarTable
        caption={t('phases')}
        head={[t('phase'), t('time')]}
        rows={work.map(({ phase, ms }) => ({ id: phase, name: statuses(phase), value: ms, text: words.shortTime(ms) }))}
      />
      {waited ? (
        <p className="pt-2 text-sm text-ink-muted">{t('waited', { time: format.duration(waited.ms) })}</p>
      ) : null}
    </Card>
  );
}
