'use client';

import { useTranslations } from 'use-intl';
import type { CaseReference } from '#domain/definition.ts';
import { LegalText } from './legal-text.tsx';

/** Rulings and cases a definition refers to. */
export function CaseReferenceList({ references }: { references: readonly CaseReference[] }) {
  const t = useTranslations('definitions.caseReference');
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {references.map(({ kind, value }) => (
        <li key={`${kind}-${value}`} className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <span className="text-ink-muted">{t(kind)}</span>
          <span className="break-all">
            <LegalText text={value} />
          </span>
        </li>
      ))}
    </ul>
  );
}
