'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMonitoring } from '#components/api/use-monitoring.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { LiveSwitch } from '#components/batches/live-switch.tsx';
import { useLiveUpdates } from '#components/batches/use-live-updates.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Monitoring } from '#contract/monitoring.ts';
import { AuditSeal } from './audit-seal.tsx';
import { FailuresTable } from './failures-table.tsx';
import { NoProcessor } from './no-processor.tsx';
import { NumbersInShort } from './numbers-in-short.tsx';
import { ProcessorsTable } from './processors-table.tsx';
import { QueueTables } from './queue-tables.tsx';
import { RunningTable } from './running-table.tsx';
import { StuckList } from './stuck-list.tsx';

/** How the installation does, for those who look after it. */
export function MonitoringPage() {
  const t = useTranslations('monitoring');
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      <Allowed action="monitoring:read">
        <Watch />
      </Allowed>
    </>
  );
}

function Watch() {
  const t = useTranslations('monitoring');
  const common = useTranslations('common');
  const format = useFormat();
  const problemText = useProblemText();
  const [live, setLive] = useLiveUpdates();
  const { data, error, refetch, isPending } = useMonitoring({ live });
  if (isPending) return <SkeletonRows rows={8} label={common('loading')} />;
  const problem = error ? problemText(error) : null;
  const retry = <Button onPress={() => void refetch()}>{common('retry')}</Button>;
  if (!data) return <LoadError query={{ error, refetch }} />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-ink-muted">{t('stale', { time: format.dateTimeSeconds(data.at) })}</p>
        <LiveSwitch live={live} onChange={setLive} />
      </div>
      {problem ? (
        <Banner tone="warning" title={problem.title} action={retry}>
          {problem.detail}
        </Banner>
      ) : null}
      <Shown monitoring={data} />
    </div>
  );
}

function Shown({ monitoring }: { monitoring: Monitoring }) {
  const t = useTranslations('monitoring');
  const { queue, processors, running, stuck, failures } = monitoring;
  return (
    <>
      <NoProcessor monitoring={monitoring} />
      <NumbersInShort monitoring={monitoring} />
      <AuditSeal audit={monitoring.audit} />
      <Card title={t('stuck.title')}>
        <StuckList stuck={stuck} />
      </Card>
      <Card title={t('running.title')}>
        <RunningTable running={running} processors={processors} />
      </Card>
      <Card title={t('processors.title')}>
        <ProcessorsTable processors={processors} />
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <Card title={t('queue.title')}>
          <QueueTables queue={queue} />
        </Card>
        <Card title={t('failures.title')}>
          <FailuresTable failures={failures} />
        </Card>
      </div>
    </>
  );
}
