'use client';

import { useTranslations } from 'use-intl';
import { useDefinition } from '#components/api/use-definition.ts';
import { useItem } from '#components/api/use-item.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { ContextChips } from '#components/definitions/context-chips.tsx';
import { TextDiff } from '#components/text-diff/text-diff.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Other } from './others-of.ts';
import type { OwnDefinition } from './own-definition.ts';

type Shown = { term: string; definition: string; organisationalContext: string[]; legalContext: string[] };

export type BesideOtherProps = { own: OwnDefinition; other: Other; jobId: string | null };

/** Another definition with its contexts, and its text beside one's own with what differs. */
export function BesideOther({ own, other, jobId }: BesideOtherProps) {
  const t = useTranslations('definitions.neighbours');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const isItem = other.item !== null && jobId !== null;
  const item = useItem(isItem ? jobId : null, isItem ? (other.item as number) - 1 : null);
  const definition = useDefinition(isItem ? null : other.id);
  const asked = isItem ? item : definition;
  const shown = (isItem ? item.data?.incoming : definition.data?.data) as Shown | null | undefined;
  if (shown) return <Comparison own={own} other={shown} />;
  if (asked.isPending) return <SkeletonRows rows={2} label={common('loading')} />;
  return <p className="text-ink-muted">{asked.error ? problemText(asked.error).title : t('gone')}</p>;
}

function Comparison({ own, other }: { own: OwnDefinition; other: Shown }) {
  const t = useTranslations('definitions.neighbours');
  return (
    <dl className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-sunken p-3">
      <div className="flex flex-wrap items-center gap-2">
        <dt className="sr-only">{t('contexts')}</dt>
        <dd className="flex flex-wrap items-center gap-2">
          <span className="font-semibold break-words">{other.term}</span>
          <ContextChips organisational={other.organisationalContext ?? []} legal={other.legalContext ?? []} />
        </dd>
      </div>
      <div className="flex flex-col gap-1">
        <dt className="text-xs text-ink-muted">{t('texts', { own: own.term, other: other.term })}</dt>
        <dd className="max-w-prose">
          <TextDiff before={other.definition} after={own.definition} view="split" lang={own.language} />
        </dd>
      </div>
    </dl>
  );
}
