'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';

/** "Live bijwerken: aan", to be pressed: what moves by itself can be stopped (WCAG 2.2.2). */
export function LiveSwitch({ live, onChange }: { live: boolean; onChange: (live: boolean) => void }) {
  const t = useTranslations('batches.list');
  const Icon = live ? Pause : Play;
  return (
    <Button variant="quiet" size="small" icon={<Icon aria-hidden size={14} />} onPress={() => onChange(!live)}>
      {t(live ? 'liveOn' : 'liveOff')}
    </Button>
  );
}
