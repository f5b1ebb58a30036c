'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ContentDiff } from '#components/text-diff/content-diff.tsx';
import type { DiffView } from '#components/text-diff/text-diff.tsx';
import { Select } from '#components/ui/select.tsx';
import type { DefinitionVersion } from '#contract/definitions.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { Section } from './facts.tsx';
import type { VersionPair } from './version-list.tsx';
import { ViewSwitch } from './view-switch.tsx';

export type VersionComparisonProps = {
  versions: readonly DefinitionVersion[];
  level: 2 | 3;
  wide: boolean;
  pair: VersionPair;
  onChange: (pair: VersionPair) => void;
};

/** What differs between two versions, whichever two. */
export function VersionComparison({ versions, level, wide, pair, onChange }: VersionComparisonProps) {
  const t = useTranslations('definitions.history');
  const [view, setView] = useState<DiffView>('inline');
  const contentOf = (number: number) =>
    versions.find(({ version }) => version === number)?.content as DefinitionContent | undefined;
  const before = contentOf(pair.from);
  const after = contentOf(pair.to);
  if (versions.length < 2 || !before || !after) return <p className="text-sm text-ink-muted">{t('first')}</p>;
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: t('version', { version: String(version) }),
  }));
  return (
    <Section title={t('heading', { from: String(pair.from), to: String(pair.to) })} level={level}>
      <div className="flex flex-wrap items-end justify-between gap-3 pb-3">
        <div className="flex flex-wrap gap-3">
          <Select
            label={t('from')}
            className="w-36"
            options={options}
            value={String(pair.from)}
            onChange={(from) => onChange({ ...pair, from: Number(from) })}
          />
          <Select
            label={t('to')}
            className="w-36"
            options={options}
            value={String(pair.to)}
            onChange={(to) => onChange({ ...pair, to: Number(to) })}
          />
        </div>
        {wide ? <ViewSwitch value={view} onChange={setView} /> : null}
      </div>
      <ContentDiff before={before} after={after} view={wide ? view : 'inline'} />
    </Section>
  );
}
