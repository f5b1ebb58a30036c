'use client';

import { useTranslations } from 'use-intl';
import { queryString } from '#components/api/client.ts';
import { Link } from '#components/ui/link.tsx';
import type { Relation } from '#domain/definition.ts';

/** Other definitions this one is tied to: by their own page when they are known, else by looking for the term. */
export function RelationList({ relations, lang }: { relations: readonly Relation[]; lang: string }) {
  const t = useTranslations('definitions');
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {relations.map(({ type, targetId, targetTerm }) => (
        <li key={`${type}-${targetId}-${targetTerm}`} className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <span className="text-ink-muted">{t(`relation.${type}`)}</span>
          <Link
            href={targetId ? `/definitions/${targetId}` : `/definitions${queryString({ q: `"${targetTerm}"` })}`}
            className="w-fit max-w-full break-words text-accent underline underline-offset-2"
            {...(targetId || !targetTerm ? {} : { 'aria-label': t('read.lookUp', { term: targetTerm }) })}
          >
            <span lang={lang}>{targetTerm ?? targetId}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
