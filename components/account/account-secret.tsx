'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { SaidOnce, type SaidOnceProps } from '#components/ui/said-once.tsx';

export type AccountSecretProps = Omit<SaidOnceProps, 'words' | 'children'> & {
  /** Words before what is said of every secret. */
  children?: ReactNode;
};

/** Shows a key or codes of one's own, once. */
export function AccountSecret({ children, ...shown }: AccountSecretProps) {
  const t = useTranslations('account');
  return (
    <SaidOnce {...shown} words={{ copy: t('copy'), copied: t('copied'), copyFailed: t('copyFailed'), done: t('done') }}>
      {children ? <p>{children}</p> : null}
      <p>{t('saidOnce')}</p>
    </SaidOnce>
  );
}
