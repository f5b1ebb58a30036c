'use client';

import { ListFilter, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDefinitionFacets } from '#components/api/use-definition-facets.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { useTypedWords } from '#components/ui/use-typed-words.ts';
import { facetOptions } from './facet-options.ts';
import { FacetPopover } from './facet-popover.tsx';
import { FilterDrawer } from './filter-drawer.tsx';
import { type DefinitionView, FACETS } from './use-definition-view.ts';

const TYPING_PAUSE_MS = 250;
const trimmed = (text: string) => text.trim();

/** Search and filters; on a narrow screen the filters are in a drawer. */
export function FilterBar({ view }: { view: DefinitionView }) {
  const t = useTranslations('definitions.grid');
  const [drawerOpen, setDrawerOpen] = useState(false);
  const facets = useDefinitionFacets(view.filter).data;
  const ticked = FACETS.reduce((sum, facet) => sum + (view.filter[facet]?.length ?? 0), view.filter.deleted ? 1 : 0);
  const mayRestore = useMayDo('batch:start');
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchWords q={view.filter.q ?? ''} onChange={view.setQ} />
      <div className="hidden flex-wrap gap-2 md:flex">
        {FACETS.map((facet) => {
          const selected = view.filter[facet] ?? [];
          // Where everything is of one organisation there is nothing to choose.
          if (facet === 'owner' && selected.length === 0 && (facets?.owner.length ?? 0) < 2) return null;
          return (
            <FacetPopover
              key={facet}
              facet={facet}
              options={facetOptions(facet, facets, selected)}
              selected={selected}
              onChange={(values) => view.setFacet(facet, values)}
            />
          );
        })}
        {mayRestore ? <DeletedToggle view={view} /> : null}
      </div>
      <Button className="md:hidden" icon={<ListFilter aria-hidden size={16} />} onPress={() => setDrawerOpen(true)}>
        {ticked > 0 ? t('filtersCount', { count: String(ticked) }) : t('filters')}
      </Button>
      <FilterDrawer isOpen={drawerOpen} onClose={() => setDrawerOpen(false)} view={view} facets={facets} />
    </search>
  );
}

/** From what is there to what was deleted, and back. */
function DeletedToggle({ view }: { view: DefinitionView }) {
  const t = useTranslations('definitions.grid');
  const on = view.filter.deleted === true;
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => view.setDeleted(!on)}
      className={cx(
        'inline-flex min-h-10 items-center gap-1.5 rounded-md border px-3 text-sm transition-colors hover:border-ink-muted',
        on ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-line-strong bg-raised text-ink',
      )}
    >
      <Trash2 aria-hidden size={16} className={on ? '' : 'text-ink-muted'} />
      {t('deleted')}
    </button>
  );
}

function SearchWords({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const t = useTranslations('definitions.grid');
  const { text, setText } = useTypedWords({ asked: q, onAsk: onChange, pauseMs: TYPING_PAUSE_MS, clean: trimmed });
  return (
    <SearchField
      label={t('search')}
      placeholder={t('searchPlaceholder')}
      value={text}
      onChange={setText}
      className="min-w-0 grow basis-60 md:max-w-sm md:basis-64"
    />
  );
}
