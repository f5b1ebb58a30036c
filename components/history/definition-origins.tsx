'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useOrigins } from '#components/api/use-history.ts';
import { itemsLink } from '#components/batches/links.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { SignerLine } from '#components/provenance/signer-line.tsx';
import { DecisionBadge } from '#components/statuses/decision-badge.tsx';
import { ItemOutcomeBadge } from '#components/statuses/item-outcome-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Origin } from '#contract/history.ts';

/** Where a definition came from: every batch that changed it or decided about it, with file, line and decision. */
export function DefinitionOrigins({ id, level }: { id: string; level: 2 | 3 }) {
  const t = useTranslations('history');
  const common = useTranslations('common');
  const origins = useOrigins(id);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <Heading className="text-sm font-semibold text-ink-muted">{t('title')}</Heading>
      {origins.isPending ? <SkeletonRows rows={2} label={common('loading')} /> : null}
      {origins.isError ? <LoadError query={origins} /> : null}
      {origins.data?.items.length === 0 ? (
        <p className="text-sm text-ink-muted">
          {t('none')} {t('byHand')}
        </p>
      ) : null}
      {origins.data && origins.data.items.length > 0 ? (
        <ol className="flex flex-col divide-y divide-line border-y border-line">
          {origins.data.items.map((origin) => (
            <OriginEntry key={`${origin.jobId} ${origin.position}`} origin={origin} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

function OriginEntry({ origin }: { origin: Origin }) {
  const t = useTranslations('history');
  const operations = useTranslations('statuses.operation');
  const format = useFormat();
  const { name, operation, createdAt, createdBy, position, decision, reason, outcome } = origin;
  const when = format.dateTime(createdAt);
  return (
    <li className="flex flex-col gap-1.5 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={`${itemsLink({ id: origin.jobId, batchId: origin.batchId })}&item=${position}`}
          className="inline-flex min-h-6 min-w-0 items-center font-medium break-all underline decoration-line-strong underline-offset-4 hover:text-accent"
        >
          {operations(operation)}: {name}
        </Link>
        {decision ? <DecisionBadge decision={decision} reason={reason} /> : null}
        <ItemOutcomeBadge outcome={outcome} />
      </div>
      <p className="text-ink-muted">
        <time dateTime={createdAt}>{when}</time> {t('by', { name: createdBy.name })} ·{' '}
        {t('itemOf', { position: format.number(position + 1) })} · <Versions origin={origin} />
      </p>
      <FileOf origin={origin} />
    </li>
  );
}

function Versions({ origin: { fromVersion, toVersion } }: { origin: Origin }) {
  const t = useTranslations('history');
  if (toVersion === null) return t('unwritten');
  if (fromVersion === null) return t('made', { to: String(toVersion) });
  return t('fromTo', { from: String(fromVersion), to: String(toVersion) });
}

function FileOf({ origin: { upload, source, provenance } }: { origin: Origin }) {
  const t = useTranslations('history');
  if (!upload) return null;
  const line = source.line === null ? '' : ` · ${t('line', { line: String(source.line) })}`;
  return (
    <p className="text-xs break-all text-ink-muted">
      <Link
        href={`/import/files?sha256=${upload.sha256}`}
        className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:text-accent"
      >
        {t('file', { name: upload.fileName })}
      </Link>
      {source.file && source.file !== upload.fileName ? ` · ${source.file}` : ''}
      {line}
      {provenance && provenance.signer !== 'none' ? (
        <span className="block">
          <SignerLine provenance={provenance} />
        </span>
      ) : null}
    </p>
  );
}
