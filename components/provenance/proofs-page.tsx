'use client';

import { Download } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMayDo } from '#components/api/use-me.ts';
import { useProofs } from '#components/api/use-provenance.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button, buttonClass, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Cell, HeadCell, RowHeadCell, Table, TableBody, TableHead, TableRow } from '#components/ui/table.tsx';
import type { Proof } from '#contract/provenance.ts';

const FILTERS = { q: parseAsString, cursor: parseAsString };

/** What was locked, with each proof to download. */
export function ProofsPage() {
  const t = useTranslations('provenance.proofs');
  const common = useTranslations('common');
  const [{ q, cursor }, set] = useQueryStates(FILTERS);
  const proofs = useProofs({ q: q || undefined, cursor: cursor ?? undefined });
  const page = proofs.data;
  const pageTo = (to: string | null) => (to === null ? null : () => void set({ cursor: to }));
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      <div className="flex flex-col gap-3">
        <SearchField
          label={t('search')}
          onSubmit={(next) => void set({ q: next || null, cursor: null })}
          onClear={() => void set({ q: null, cursor: null })}
          className="w-96 max-sm:w-full"
        />
        {proofs.isPending ? <SkeletonRows rows={6} label={common('loading')} /> : null}
        {proofs.isError && !page ? <LoadError query={proofs} /> : null}
        {page?.items.length === 0 ? (
          q ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onPress={() => void set({ q: null, cursor: null })}>{common('clearFilters')}</Button>}
            />
          ) : (
            <EmptyState
              title={t('none')}
              action={<LinkButton href="/definitions?status=established">{t('toDefinitions')}</LinkButton>}
            >
              {t('noneText')}
            </EmptyState>
          )
        ) : null}
        {page && page.items.length > 0 ? (
          <>
            <ProofTable items={page.items} />
            <Pagination
              label={common('pages')}
              previousLabel={common('previous')}
              nextLabel={common('next')}
              summary={t('count', { count: page.total })}
              onPrevious={pageTo(page.previousCursor)}
              onNext={pageTo(page.nextCursor)}
            />
          </>
        ) : null}
      </div>
    </>
  );
}

function ProofTable({ items }: { items: readonly Proof[] }) {
  const t = useTranslations('provenance.proofs');
  return (
    <Table caption={t('title')} minWidth={760}>
      <TableHead>
        <HeadCell>{t('what')}</HeadCell>
        <HeadCell className="w-52">{t('locked')}</HeadCell>
        <HeadCell className="relative w-44">
          <span className="sr-only">{t('file')}</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {items.map((proof) => (
          <ProofRow key={`${proof.jobId} ${proof.position}`} proof={proof} />
        ))}
      </TableBody>
    </Table>
  );
}

const LINK = 'underline decoration-line-strong underline-offset-4 hover:text-accent';

function ProofRow({ proof }: { proof: Proof }) {
  const t = useTranslations('provenance.proofs');
  const format = useFormat();
  const mayDownload = useMayDo('artifact:download');
  const { kind, label, hash, version, subjectId, lockedAt, seal, jobId, position } = proof;
  const name = label ?? t('gone');
  return (
    <TableRow>
      <RowHeadCell>
        {kind === 'definition' ? (
          <Link href={`/definitions/${subjectId}`} className={LINK}>
            {name}
          </Link>
        ) : (
          <span className="break-all">{name}</span>
        )}
        <span className="block text-xs font-normal text-ink-muted">
          {t(`kind.${kind}`)}
          {version === null ? '' : ` · ${t('version', { version: String(version) })}`}
        </span>
        <code className="block font-mono text-xs font-normal break-all text-ink-muted">{hash}</code>
      </RowHeadCell>
      <Cell>
        <time dateTime={lockedAt}>{format.dateTime(lockedAt)}</time>
        <span className="block text-xs text-ink-muted">
          {seal ? t('seal', { number: String(seal.number), key: seal.keyId }) : t('notSealed')}
        </span>
      </Cell>
      <Cell className="relative">
        {seal && mayDownload ? (
          <a href={`/api/v1/jobs/${jobId}/proofs/${position}`} download className={buttonClass('secondary', 'small')}>
            <Download aria-hidden size={16} />
            {t('download')}
            <span className="sr-only">{name}</span>
          </a>
        ) : null}
      </Cell>
    </TableRow>
  );
}
