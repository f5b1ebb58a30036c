'use client';

import { useTranslations } from 'use-intl';
import type { ColumnMapping } from '#contract/reading.ts';

const SHOWN = 3;

/** What a saved mapping is called: by its name, or by its first columns. */
export function useMappingName(): (mapping: Pick<ColumnMapping, 'name' | 'headers'>) => string {
  const t = useTranslations('import.mappings');
  return ({ name, headers }) => {
    if (name) return name;
    const first = headers.slice(0, SHOWN).join(', ');
    const more = headers.length - SHOWN;
    return more > 0 ? t('unnamedMore', { columns: first, count: more }) : first;
  };
}
