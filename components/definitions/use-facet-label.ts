'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useOrganisations } from '#components/api/use-people.ts';
import { CATEGORIES, CLASSIFICATIONS, DEFINITION_STATUSES, VERDICTS, VISIBILITIES } from '#domain/definition.ts';
import type { Facet } from './use-definition-view.ts';

/** A filter value in words: those of closed lists in the reader's language, the others as they were written. */
export function useFacetLabel(): (facet: Facet, value: string) => string {
  const t = useTranslations('statuses');
  const organisations = useOrganisations().data?.items;
  return useCallback(
    (facet, value) => {
      const status = facet === 'status' && DEFINITION_STATUSES.find((known) => known === value);
      if (status) return t(`definition.${status}`);
      const category = facet === 'category' && CATEGORIES.find((known) => known === value);
      if (category) return t(`category.${category}`);
      const verdict = facet === 'verdict' && VERDICTS.find((known) => known === value);
      if (verdict) return t(`verdict.${verdict}`);
      const classification = facet === 'classification' && CLASSIFICATIONS.find((known) => known === value);
      if (classification) return t(`classification.${classification}`);
      const visibility = facet === 'visibility' && VISIBILITIES.find((known) => known === value);
      if (visibility) return t(`visibility.${visibility}`);
      const owner = facet === 'owner' && organisations?.find(({ id }) => id === value);
      return owner ? owner.name : value;
    },
    [t, organisations],
  );
}
