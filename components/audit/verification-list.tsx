'use client';

import { CircleAlert, CircleCheck, CircleSlash, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAuditVerifications, useSteerVerification } from '#components/api/use-audit-seal.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { StatusBadge, type Tone } from '#components/ui/chip.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Verification } from '#contract/audit-verifications.ts';

type Props = { changed: string; mayResume: boolean };

/** Every verification there was, with what it said. */
export function VerificationList({ changed, mayResume }: Props) {
  const t = useTranslations('verification.earlier');
  const common = useTranslations('common');
  const { data } = useAuditVerifications(changed);
  return (
    <Card title={t('title')}>
      {data === undefined ? <SkeletonRows rows={3} label={common('loading')} /> : null}
      {data?.items.length === 0 ? <p className="text-sm text-ink-muted">{t('none')}</p> : null}
      {data && data.items.length > 0 ? (
        <Table caption={t('caption')} minWidth={720}>
          <TableHead>
            <HeadCell>{t('when')}</HeadCell>
            <HeadCell>{t('who')}</HeadCell>
            <HeadCell>{t('period')}</HeadCell>
            <HeadCell>{t('result')}</HeadCell>
            <HeadCell numeric>{t('blocks')}</HeadCell>
            <HeadCell numeric>{t('entries')}</HeadCell>
          </TableHead>
          <TableBody>
            {data.items.map((verification) => (
              <Row key={verification.id} verification={verification} mayResume={mayResume} />
            ))}
          </TableBody>
        </Table>
      ) : null}
    </Card>
  );
}

const LOOKS: Record<Verification['status'], { tone: Tone; icon: LucideIcon }> = {
  waiting: { tone: 'neutral', icon: LoaderCircle },
  running: { tone: 'info', icon: LoaderCircle },
  stopping: { tone: 'warning', icon: LoaderCircle },
  stopped: { tone: 'neutral', icon: CircleSlash },
  intact: { tone: 'success', icon: CircleCheck },
  broken: { tone: 'danger', icon: CircleAlert },
  failed: { tone: 'danger', icon: CircleAlert },
};

function Row({ verification, mayResume }: { verification: Verification; mayResume: boolean }) {
  const t = useTranslations('verification.earlier');
  const format = useFormat();
  const { resume } = useSteerVerification();
  const mayVerify = useMayDo('audit:verify');
  const { id, status, createdAt, requestedBy, from, until, blocksDone, entries, differenceCount } = verification;
  const time = format.dateTimeSeconds(createdAt);
  const { tone, icon } = LOOKS[status];
  const day = (iso: string | null) => (iso === null ? '…' : format.date(iso));
  return (
    <TableRow>
      <RowHeadCell className="whitespace-nowrap">{time}</RowHeadCell>
      <Cell>{requestedBy}</Cell>
      <Cell>{from === null && until === null ? t('all') : `${day(from)} – ${day(until)}`}</Cell>
      <Cell>
        <div className="flex flex-wrap items-center gap-2">
          <StatusBadge tone={tone} icon={icon}>
            {status === 'broken' ? t('statuses.broken', { count: differenceCount }) : t(`statuses.${status}`)}
          </StatusBadge>
          {status === 'stopped' && mayResume && mayVerify ? (
            <Button
              size="small"
              aria-label={t('resumeOf', { time })}
              pending={resume.isPending}
              onPress={() => resume.mutate(id)}
            >
              {t('resume')}
            </Button>
          ) : null}
        </div>
      </Cell>
      <Cell numeric>{format.number(blocksDone)}</Cell>
      <Cell numeric>{format.number(entries)}</Cell>
    </TableRow>
  );
}
