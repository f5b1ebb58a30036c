'use client';

import { Pause as PauseIcon, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonSize, type ButtonVariant } from '#components/ui/button.tsx';
import type { Pause } from './use-pause.ts';

export type PauseButtonProps = {
  pause: Pause;
  /** Which job, where several are in sight; read, not shown. */
  name?: string;
  size?: ButtonSize;
  variant?: ButtonVariant;
  className?: string;
};

/** "Pauzeren", "Pauzeert…", "Hervatten": one button in one place, that keeps the focus while its words change. */
export function PauseButton({ pause, name, size = 'medium', variant = 'secondary', className = '' }: PauseButtonProps) {
  const t = useTranslations('batches.pause');
  if (pause.choice === null) return null;
  const Icon = pause.choice === 'resume' ? Play : PauseIcon;
  return (
    <Button
      size={size}
      variant={variant}
      className={className}
      icon={<Icon aria-hidden size={16} />}
      pending={pause.pending || pause.choice === 'pausing'}
      onPress={pause.press}
    >
      {t(pause.choice)}
      {name ? <span className="sr-only"> {t('of', { name })}</span> : null}
    </Button>
  );
}
