'use client';

import { Download, RotateCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useRetentionPreview } from '#components/api/use-retention.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { RetentionPreview, RetentionPreviewRequestInput } from '#contract/retention.ts';
import type { RetentionAction } from '#domain/retention.ts';

export type PolicyPreviewProps = {
  policy: RetentionPreviewRequestInput;
  /** The policy whose whole list can be had; none while it is not saved. */
  listOf?: string;
};

/** What a policy would do now: how many, which and what stays. Nothing happens. */
export function PolicyPreview({ policy: { action, criteria }, listOf }: PolicyPreviewProps) {
  const t = useTranslations('retention.preview');
  const preview = useRetentionPreview({ action, criteria });
  if (preview.error && !preview.data) return <LoadError query={preview} />;
  if (!preview.data) return <SkeletonRows rows={3} label={t('loading')} />;
  const { due, held, needsApproval, sample } = preview.data;
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-t border-line pt-4 text-sm">
      <div role="status" className="flex flex-col gap-1">
        <p className="font-semibold">{t('due', { count: due })}</p>
        {held > 0 ? <p>{t('held', { count: held })}</p> : null}
        {needsApproval ? <p>{t('approval')}</p> : null}
        <p className="text-ink-muted">{t('nothing')}</p>
      </div>
      {due > 0 ? <Counts preview={preview.data} /> : null}
      {sample.length > 0 ? <Sample action={action} sample={sample} /> : null}
      <div className="flex flex-wrap gap-2">
        {listOf && due + held > 0 ? (
          // A plain link: the router would fetch it beforehand, and every list is told in the audit trail.
          <a
            href={`/api/v1/retention-policies/${listOf}/due.csv`}
            download
            className={buttonClass('secondary', 'small')}
          >
            <Download aria-hidden size={16} />
            {t('download')}
          </a>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          icon={<RotateCw aria-hidden size={16} />}
          pending={preview.isFetching}
          onPress={() => void preview.refetch()}
        >
          {t('again')}
        </Button>
      </div>
    </section>
  );
}

function Counts({ preview: { byStatus, byClassification } }: { preview: RetentionPreview }) {
  const t = useTranslations('retention.preview');
  const statuses = useTranslations('statuses.definition');
  const classifications = useTranslations('statuses.classification');
  const format = useFormat();
  const list = (counts: RetentionPreview['byStatus'], name: (value: never) => string) =>
    counts.map(({ value, count }) => `${name(value as never)} ${format.number(count)}`).join(', ');
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-ink-muted">{t('byStatus')}</dt>
      <dd>{list(byStatus, statuses)}</dd>
      <dt className="text-ink-muted">{t('byClassification')}</dt>
      <dd>{list(byClassification, classifications)}</dd>
    </dl>
  );
}

function Sample({ action, sample }: { action: RetentionAction; sample: RetentionPreview['sample'] }) {
  const t = useTranslations('retention.preview');
  const actions = useTranslations('retention.action');
  const statuses = useTranslations('statuses.definition');
  const classifications = useTranslations('statuses.classification');
  const format = useFormat();
  return (
    <Table caption={t('sample', { count: sample.length })} showCaption minWidth={620}>
      <TableHead>
        <HeadCell>{t('term')}</HeadCell>
        <HeadCell className="w-32">{t('status')}</HeadCell>
        <HeadCell className="w-32">{t('classification')}</HeadCell>
        <HeadCell className="w-44">{t('since')}</HeadCell>
        <HeadCell className="w-44">{t('outcome')}</HeadCell>
      </TableHead>
      <TableBody>
        {sample.map(({ id, term, status, classification, since, held }) => (
          <TableRow key={id}>
            <RowHeadCell lang="nl">
              <Link
                href={`/definitions/${id}`}
                className="break-words underline decoration-line-strong underline-offset-4"
              >
                {term}
              </Link>
            </RowHeadCell>
            <Cell>{statuses(status)}</Cell>
            <Cell>{classifications(classification)}</Cell>
            <Cell>{format.dateTime(since)}</Cell>
            <Cell>{held ? t('kept') : actions(action)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
