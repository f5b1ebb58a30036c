'use client';

import { Columns2, type LucideIcon, WrapText } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { DiffView } from '#components/text-diff/text-diff.tsx';

const VIEWS: readonly { view: DiffView; icon: LucideIcon }[] = [
  { view: 'inline', icon: WrapText },
  { view: 'split', icon: Columns2 },
];

export type ViewSwitchProps = { value: DiffView; onChange: (view: DiffView) => void };

/** Differences in one text or in two beside each other. */
export function ViewSwitch({ value, onChange }: ViewSwitchProps) {
  const t = useTranslations('definitions.history');
  return (
    <ToggleButtonGroup
      aria-label={t('view')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = VIEWS.find(({ view }) => keys.has(view));
        if (chosen) onChange(chosen.view);
      }}
      className="flex overflow-hidden rounded-md border border-line-strong"
    >
      {VIEWS.map(({ view, icon: Icon }) => (
        <ToggleButton
          key={view}
          id={view}
          className="inline-flex min-h-9.5 items-center gap-1.5 bg-raised px-3 text-sm text-ink-muted data-focus-visible:-outline-offset-2 data-hovered:text-ink data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent"
        >
          <Icon aria-hidden size={15} />
          {t(view)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
