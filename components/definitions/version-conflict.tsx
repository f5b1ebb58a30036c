'use client';

import { useTranslations } from 'use-intl';
import { ContentDiff } from '#components/text-diff/content-diff.tsx';
import { Button } from '#components/ui/button.tsx';
import type { DefinitionContent } from '#domain/definition.ts';

export type VersionConflictProps = {
  base: DefinitionContent;
  latest: DefinitionContent;
  version: number;
  onTakeOver: () => void;
  onDiscard: () => void;
};

/** Somebody else saved first: what they changed, and the ways on from here. */
export function VersionConflict({ base, latest, version, onTakeOver, onDiscard }: VersionConflictProps) {
  const t = useTranslations('definitions.edit.conflict');
  return (
    <section role="alert" className="overflow-hidden rounded-md border border-warning-fill">
      <div className="bg-warning px-4 py-3 text-sm text-warning-ink">
        <p className="font-semibold">{t('title')}</p>
        <p>{t('text', { version: String(version) })}</p>
      </div>
      <div className="flex flex-col gap-4 bg-surface p-4">
        <ContentDiff before={base} after={latest} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onPress={onTakeOver} className="whitespace-normal">
            {t('keepMine', { version: String(version) })}
          </Button>
          <Button onPress={onDiscard}>{t('discard')}</Button>
        </div>
      </div>
    </section>
  );
}
