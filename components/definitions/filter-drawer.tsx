'use client';

import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SidePanel } from '#components/ui/side-panel.tsx';
import type { DefinitionFacets } from '#contract/definitions.ts';
import { FacetList } from './facet-list.tsx';
import { facetOptions } from './facet-options.ts';
import { type DefinitionView, FACETS } from './use-definition-view.ts';

export type FilterDrawerProps = {
  isOpen: boolean;
  onClose: () => void;
  view: DefinitionView;
  facets: DefinitionFacets | undefined;
};

/** Every filter under each other, for a narrow screen. Each tick takes effect at once; the button says what is left. */
export function FilterDrawer({ isOpen, onClose, view, facets }: FilterDrawerProps) {
  const t = useTranslations();
  const mayRestore = useMayDo('batch:start');
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={onClose}
      title={t('definitions.grid.filters')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button variant="quiet" onPress={view.clearFilter}>
            {t('common.clearFilters')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('definitions.grid.showResults', { count: facets?.total ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {FACETS.map((facet) => {
          const selected = view.filter[facet] ?? [];
          return (
            <section key={facet}>
              <h3 className="pb-1 text-sm font-semibold">{t(`definitions.facet.${facet}`)}</h3>
              <FacetList
                facet={facet}
                options={facetOptions(facet, facets, selected)}
                selected={selected}
                onChange={(values) => view.setFacet(facet, values)}
              />
            </section>
          );
        })}
        {mayRestore ? (
          <Checkbox isSelected={view.filter.deleted === true} onChange={view.setDeleted}>
            {t('definitions.grid.onlyDeleted')}
          </Checkbox>
        ) : null}
      </div>
    </SidePanel>
  );
}
