'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useDefinitionVersions } from '#components/api/use-definition-versions.ts';
import { DefinitionOrigins } from '#components/history/definition-origins.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { DefinitionVersion } from '#contract/definitions.ts';
import { VersionComparison } from './version-comparison.tsx';
import { VersionList } from './version-list.tsx';

export type DefinitionHistoryProps = {
  id: string;
  level: 2 | 3;
  /** True where there is room for the list and the differences beside each other. */
  wide?: boolean;
};

/** Who changed what, when and why, with the differences between any two versions. */
export function DefinitionHistory({ id, level, wide = false }: DefinitionHistoryProps) {
  const t = useTranslations();
  const versions = useDefinitionVersions(id);
  if (versions.isPending) return <SkeletonRows rows={4} label={t('common.loading')} />;
  if (versions.isError) {
    return <LoadError query={versions} />;
  }
  return (
    <div className="flex flex-col gap-8">
      <Versions key={versions.data.items[0]?.version} versions={versions.data.items} level={level} wide={wide} />
      <DefinitionOrigins id={id} level={level} />
    </div>
  );
}

type VersionsProps = { versions: readonly DefinitionVersion[]; level: 2 | 3; wide: boolean };

/** Opens on the last change: the newest version against the one before. */
function Versions({ versions, level, wide }: VersionsProps) {
  const newest = versions[0]?.version ?? 1;
  const before = versions[1]?.version ?? newest;
  const [pair, setPair] = useState({ from: before, to: newest });
  return (
    <div className={wide ? 'grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]' : 'flex flex-col gap-6'}>
      <VersionComparison versions={versions} level={level} wide={wide} pair={pair} onChange={setPair} />
      <VersionList versions={versions} level={level} pair={pair} onCompare={setPair} />
    </div>
  );
}
