'use client';

import { useTranslations } from 'use-intl';
import { batchLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { SignerLine } from '#components/provenance/signer-line.tsx';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Source } from '#contract/history.ts';
import { isFinal } from '#domain/job-status.ts';

const SHORT_HASH = 12;

export function SourcesTable({ sources }: { sources: readonly Source[] }) {
  const t = useTranslations('history.files');
  return (
    <Table caption={t('caption')} minWidth={720}>
      <TableHead>
        <HeadCell>{t('name')}</HeadCell>
        <HeadCell>{t('who')}</HeadCell>
        <HeadCell>{t('imports')}</HeadCell>
      </TableHead>
      <TableBody>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </TableBody>
    </Table>
  );
}

function SourceRow({ source }: { source: Source }) {
  const t = useTranslations('history.files');
  const history = useTranslations('history');
  const format = useFormat();
  const { fileName, size, sha256, times, createdAt, createdBy, imports, provenance } = source;
  return (
    <TableRow>
      <RowHeadCell className="max-w-96">
        <span className="block break-all">{fileName}</span>
        <span className="block text-xs font-normal text-ink-muted">
          {format.bytes(size)} ·{' '}
          <span className="whitespace-nowrap" title={t('hashHelp', { hash: sha256 })}>
            {t.rich('hash', {
              hash: sha256.slice(0, SHORT_HASH),
              code: (chunks) => <code className="font-mono">{chunks}</code>,
            })}
          </span>
        </span>
        {provenance && provenance.signer !== 'none' ? (
          <span className="block text-xs font-normal text-ink-muted">
            <SignerLine provenance={provenance} />
          </span>
        ) : null}
        {times > 1 ? (
          <Link
            href={`/import/files?sha256=${sha256}`}
            className="inline-flex min-h-6 items-center text-xs font-normal underline decoration-line-strong underline-offset-4 hover:text-accent"
          >
            {t('sameBytes', { count: times })}
          </Link>
        ) : null}
      </RowHeadCell>
      <Cell>
        <time dateTime={createdAt} className="whitespace-nowrap">
          {format.dateTime(createdAt)}
        </time>
        <span className="block text-xs text-ink-muted">{history('by', { name: createdBy.name })}</span>
      </Cell>
      <Cell>
        {imports.length === 0 ? <span className="text-ink-muted">{t('notImported')}</span> : null}
        <ul className="flex flex-col gap-2">
          {imports.map((one) => (
            <li key={one.jobId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`${batchLink(one.batchId)}?job=${one.jobId}`}
                className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:text-accent"
              >
                {format.dateTime(one.createdAt)} {history('by', { name: one.createdBy.name })}
              </Link>
              <JobStatusBadge status={one.status} />
              <span className="text-xs text-ink-muted">
                {isFinal(one.status)
                  ? t('result', {
                      succeeded: format.number(one.succeeded),
                      failed: format.number(one.failed),
                      total: format.number(one.total),
                    })
                  : t('underWay', { count: one.total })}
              </span>
            </li>
          ))}
        </ul>
      </Cell>
    </TableRow>
  );
}
