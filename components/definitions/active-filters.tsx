'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { RemovableChip } from '#components/ui/chip.tsx';
import type { DefinitionView } from './use-definition-view.ts';
import { useFilterWords } from './use-filter-words.ts';

/** What the list is narrowed by, each part to be taken away by itself or all at once. */
export function ActiveFilters({ view }: { view: DefinitionView }) {
  const t = useTranslations();
  const words = useFilterWords();
  const parts = words(view.filter);
  if (parts.length === 0) return null;
  return (
    <section aria-label={t('definitions.grid.activeFilters')} className="flex flex-wrap items-center gap-1.5">
      {parts.map(({ part, value, text }) => (
        <RemovableChip
          key={`${part}-${value}`}
          removeLabel={t('common.removeFilter', { name: text })}
          onRemove={() => {
            if (part === 'q') view.setQ('');
            else if (part === 'deleted') view.setDeleted(false);
            else if (part === 'rule') view.dropRule();
            else if (part === 'score') view.dropScore();
            else if (part === 'failsIn') view.dropFailsIn();
            else if (part === 'job') view.dropJob();
            else
              view.setFacet(
                part,
                (view.filter[part] ?? []).filter((other) => other !== value),
              );
          }}
        >
          {text}
        </RemovableChip>
      ))}
      <Button variant="quiet" size="small" onPress={view.clearFilter}>
        {t('common.clearFilters')}
      </Button>
    </section>
  );
}
