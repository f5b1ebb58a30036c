'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { IN_SCROLL_ROOM, useScrollRoom } from './use-scroll-room.ts';

export type EditBarProps = {
  changed: number;
  pending: boolean;
  /** A newer version has to be looked at first. */
  blocked: boolean;
  onStop: () => void;
};

/** How much was changed, and the two ways out. */
export function EditBar({ changed, pending, blocked, onStop }: EditBarProps) {
  const t = useTranslations('definitions.edit');
  const c = useTranslations('common');
  const bar = useRef<HTMLDivElement>(null);
  useScrollRoom(bar, true);
  return (
    <div
      ref={bar}
      className={cx(
        IN_SCROLL_ROOM,
        'sticky bottom-4 z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-raised px-4 py-2.5 shadow-overlay max-sm:bottom-[68px]',
      )}
    >
      <p className="min-w-20 grow basis-0 text-sm text-ink-muted">
        {changed === 0 ? t('nothingChanged') : t('changedFields', { count: changed })}
      </p>
      <div className="flex gap-2">
        <Button onPress={onStop}>{c('cancel')}</Button>
        <Button variant="primary" type="submit" pending={pending} isDisabled={changed === 0 || blocked}>
          {t('save')}
        </Button>
      </div>
    </div>
  );
}
