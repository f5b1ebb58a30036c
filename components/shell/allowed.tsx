'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Action } from '#domain/access.ts';

/** Shows its children to those who may do `action`, and a polite no to others. The server refuses by itself. */
export function Allowed({ action, children }: { action: Action; children: ReactNode }) {
  const t = useTranslations();
  const me = useMe().data;
  if (!me) return null;
  if (me.actions.includes(action)) return children;
  return (
    <EmptyState title={t('common.notAllowedTitle')} action={<LinkButton href="/">{t('common.toOverview')}</LinkButton>}>
      {t('common.notAllowedText', { role: t(`statuses.role.${me.role}`) })}
    </EmptyState>
  );
}
