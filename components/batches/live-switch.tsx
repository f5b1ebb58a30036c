'use client';

import { Pause, Play } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button.tsx';

/** "Live bijwerken: aan/uit": what moves by itself can be stopped (WCAG 2.2.2). */
export function LiveSwitch({ live, onChange }: { live: boolean; onChange: (live: boolean) => void }) {
  const t = useTranslations('batches.list');
  const Icon = live ? Pause : Play;
  return (
    <ToggleButton
      isSelected={live}
      onChange={onChange}
      aria-label={t('live')}
      className={buttonClass('quiet', 'small')}
    >
      <Icon aria-hidden size={14} />
      {t(live ? 'liveOn' : 'liveOff')}
    </ToggleButton>
  );
}
