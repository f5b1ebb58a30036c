'use client';

import { Layers } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { cx } from '#components/ui/cx.ts';
import type { DefinitionVersion } from '#contract/definitions.ts';
import { Section } from './facts.tsx';

export type VersionPair = { from: number; to: number };

export type VersionListProps = {
  versions: readonly DefinitionVersion[];
  level: 2 | 3;
  pair: VersionPair;
  onCompare: (pair: VersionPair) => void;
};

/** Every version, newest first. */
export function VersionList({ versions, level, pair, onCompare }: VersionListProps) {
  const t = useTranslations('definitions.history');
  return (
    <Section title={t('versions')} level={level}>
      <ol className="flex flex-col">
        {versions.map((version, index) => {
          const before = versions[index + 1]?.version ?? null;
          return (
            <VersionEntry
              key={version.version}
              version={version}
              isNewest={index === 0}
              isShown={before !== null && pair.to === version.version && pair.from === before}
              onCompare={before === null ? null : () => onCompare({ from: before, to: version.version })}
            />
          );
        })}
      </ol>
    </Section>
  );
}

type VersionEntryProps = {
  version: DefinitionVersion;
  isNewest: boolean;
  /** Its change is the one on show. */
  isShown: boolean;
  /** Null for the first version. */
  onCompare: (() => void) | null;
};

function VersionEntry({ version, isNewest, isShown, onCompare }: VersionEntryProps) {
  const t = useTranslations('definitions.history');
  const format = useFormat();
  const progress = useProgressWindow();
  const { jobId } = version;
  const number = String(version.version);
  return (
    <li
      className={cx(
        'flex flex-col gap-1 border-l-2 py-2 pl-3 text-sm',
        isShown ? 'border-accent bg-accent-soft' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{t('version', { version: number })}</span>
        {isNewest ? <Chip>{t('current')}</Chip> : null}
        {version.deleted ? <Chip tone="danger">{t('deleted')}</Chip> : null}
        {isShown ? <span className="sr-only">{t('showing')}</span> : null}
      </div>
      <p className="text-ink-muted">
        <time dateTime={version.createdAt}>{format.dateTime(version.createdAt)}</time>{' '}
        {version.createdBy ? t('by', { name: version.createdBy }) : null}
      </p>
      <p className={cx('break-words', !version.reason && 'text-ink-muted')}>{version.reason ?? t('noReason')}</p>
      <div className="-ml-2 flex flex-wrap gap-1">
        {onCompare ? (
          <Button variant="quiet" size="small" className="px-2" onPress={onCompare}>
            {t('compare')} <span className="sr-only">{t('compareWith', { version: number })}</span>
          </Button>
        ) : null}
        {jobId ? (
          <Button
            variant="quiet"
            size="small"
            className="px-2"
            icon={<Layers aria-hidden size={14} />}
            onPress={() => progress.open(jobId)}
          >
            {t('byJob')} <span className="sr-only">{t('version', { version: number })}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}
