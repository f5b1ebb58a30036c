'use client';

import { useTranslations } from 'use-intl';
import { ClassificationMark } from '#components/statuses/classification-mark.tsx';
import { DefinitionStatusBadge } from '#components/statuses/definition-status-badge.tsx';
import { SharingMark } from '#components/statuses/sharing-mark.tsx';
import { VerdictBadge } from '#components/statuses/verdict-badge.tsx';
import type { Definition } from '#contract/definitions.ts';
import { scorePoints } from '#domain/score-points.ts';

/** How a definition stands, in one line: status, verdict, score, for whom it is, version. */
export function Standing({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.read');
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-1.5">
      <DefinitionStatusBadge status={definition.status} />
      <VerdictBadge verdict={definition.verdict} />
      <span>{t('scoreOf', { score: String(scorePoints(definition.qualityScore)) })}</span>
      <ClassificationMark classification={definition.classification} />
      {definition.visibility === 'own' ? null : <SharingMark visibility={definition.visibility} />}
      <span>{t('version', { version: String(definition.version) })}</span>
    </span>
  );
}
