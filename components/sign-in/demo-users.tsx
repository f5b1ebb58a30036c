'use client';

import { ArrowRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { SignInOptions } from '#contract/me.ts';
import type { Role } from '#domain/access.ts';
import type { Credentials } from './use-sign-in.ts';

/** The role most people come to try first stands first. */
const ORDER: readonly Role[] = ['lead', 'editor', 'viewer', 'auditor', 'admin'];

export type DemoUsersProps = {
  users: SignInOptions['demoUsers'];
  onChoose: (credentials: Credentials) => void;
  disabled: boolean;
};

/** In the demo: one button per person; those of another organisation come last and say so. */
export function DemoUsers({ users, onChoose, disabled }: DemoUsersProps) {
  const t = useTranslations();
  const own = users[0]?.organisation;
  const rank = ({ role, organisation }: (typeof users)[number]) =>
    ORDER.indexOf(role) + (organisation === own ? 0 : ORDER.length);
  const sorted = [...users].sort((a, b) => rank(a) - rank(b));
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-1">
      <h2 id="demo-title" className="text-lg font-semibold">
        {t('signIn.demoTitle')}
      </h2>
      <p className="pb-3 text-sm text-ink-muted">{t('signIn.demoText')}</p>
      <ul className="flex flex-col gap-2">
        {sorted.map(({ role, name, email, organisation, password }) => (
          <li key={email}>
            <Button
              isDisabled={disabled}
              onPress={() => onChoose({ email, password })}
              className="group flex w-full items-center gap-3 rounded-md border border-line bg-raised px-4 py-2.5 text-left transition-colors hover:border-accent hover:bg-accent-soft data-disabled:text-ink-muted"
            >
              <span className="flex min-w-0 grow flex-col">
                <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
                  <span className="font-semibold">
                    <span className="sr-only">{t('signIn.signInAs')} </span>
                    {organisation === own ? '' : `${organisation}: `}
                    {t(`statuses.role.${role}`)}
                  </span>
                  <span className="text-ink-muted">{name}</span>
                </span>
                <span className="text-sm text-ink-muted">{t(`signIn.may.${role}`)}</span>
              </span>
              <ArrowRight aria-hidden size={18} className="shrink-0 text-ink-muted group-hover:text-accent" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
