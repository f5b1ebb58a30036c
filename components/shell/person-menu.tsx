'use client';

import { LogOut, UserCog, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { signOut } from '#components/api/client.ts';
import { useMe } from '#components/api/use-me.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Me } from '#contract/me.ts';

/** Who is signed in, and the way out. */
export function PersonMenu() {
  const t = useTranslations('shell');
  const me = useMe().data;
  const leave = () => signOut().catch(() => showToast({ tone: 'danger', title: t('signOutFailed') }));
  if (!me) return null;
  return (
    <Menu
      label={t('account')}
      header={<Person me={me} />}
      entries={[
        { id: 'account', label: t('accountPage'), icon: <UserCog aria-hidden size={16} />, href: '/account' },
        ...(me.actions.includes('person:read')
          ? [{ id: 'people', label: t('people'), icon: <Users aria-hidden size={16} />, href: '/people' }]
          : []),
        { id: 'sign-out', label: t('signOut'), icon: <LogOut aria-hidden size={16} />, onAction: () => void leave() },
      ]}
      trigger={
        <IconButton label={`${initials(me.name)} (${t('account')}: ${me.name})`} tooltip={false}>
          <span
            aria-hidden
            className="flex size-7 items-center justify-center rounded-full bg-accent text-xs font-semibold text-accent-ink"
          >
            {initials(me.name)}
          </span>
        </IconButton>
      }
    />
  );
}

function Person({ me }: { me: Me }) {
  const t = useTranslations();
  return (
    <div className="flex flex-col">
      <span className="font-semibold">{me.name}</span>
      <span className="text-ink-muted">{me.email}</span>
      <span className="pt-1">{t(`statuses.role.${me.role}`)}</span>
      <span className="text-ink-muted">{me.organisation.name}</span>
      <span className="text-ink-muted">
        {t('shell.clearance', { classification: t(`statuses.classification.${me.clearance}`) })}
      </span>
      {me.demo ? (
        <span className="pt-1 text-xs text-ink-muted">{`${t('shell.demo')}: ${t('shell.demoText')}`}</span>
      ) : null}
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
