'use client';

import { FileArchive, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { IMPORT_KINDS } from '#domain/import-kinds.ts';
import { blocks } from './local-problem.ts';
import type { Source } from './prepare-source.ts';
import { ProblemList } from './problem-list.tsx';

export type DetectedProps = { source: Source; onOther: () => void; isDisabled: boolean; children?: ReactNode };

/** What was chosen and what is in it, with what is wrong before it is sent. */
export function Detected({ source, onOther, isDisabled, children }: DetectedProps) {
  const t = useTranslations('import.detected');
  const format = useFormat();
  const Icon = source.name.endsWith('.zip') ? FileArchive : FileText;
  const kinds = [...IMPORT_KINDS, 'other' as const].flatMap((kind) => {
    const count = source.counts[kind] ?? 0;
    return count > 0 ? t(`kinds.${kind}`, { count }) : [];
  });
  return (
    <Card
      title={t('title')}
      aside={
        blocks(source.problems) ? null : (
          <Button size="small" variant="quiet" isDisabled={isDisabled} onPress={onOther}>
            {t('chooseOther')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex items-start gap-3">
          <Icon aria-hidden size={28} strokeWidth={1.5} className="mt-0.5 shrink-0 text-accent" />
          <div className="min-w-0 text-sm">
            <p className="text-base font-semibold break-all">{source.name}</p>
            <p className="text-ink-muted">
              {[source.size > 0 && format.bytes(source.size), ...kinds].filter(Boolean).join(' · ')}
            </p>
          </div>
        </div>
        <Manifest source={source} />
        {children}
        {source.leftOut.length > 0 ? (
          <Banner tone="info" title={t('leftOutTitle', { count: source.leftOut.length })}>
            {t('leftOut', { names: source.leftOut.slice(0, 5).join(', ') })}
          </Banner>
        ) : null}
        <ProblemList problems={source.problems} />
        {blocks(source.problems) ? (
          <Button autoFocus variant="primary" className="self-start" onPress={onOther}>
            {t('chooseOther')}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

function Manifest({ source: { manifest } }: { source: Source }) {
  const t = useTranslations('import.detected');
  const format = useFormat();
  if (manifest === undefined) return null;
  if (manifest === null) return <Banner tone="warning">{t('manifestUnreadable')}</Banner>;
  const rows = [
    [t('application'), manifest.application],
    [t('organisation'), manifest.organisation],
    [t('actor'), manifest.actor],
    [t('createdAt'), manifest.createdAt && format.dateTime(manifest.createdAt)],
    [t('files'), manifest.files === null ? null : format.number(manifest.files)],
  ] as const;
  return (
    <div className="rounded-md border border-line bg-ground px-3 py-2 text-sm">
      <p className="pb-1 font-medium">{t('manifest')}</p>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-2">
              <dt className="text-ink-muted">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
