'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useInbox } from '#components/api/use-inbox.ts';
import { useMe } from '#components/api/use-me.ts';
import type { Theme } from '#components/i18n/preferences.ts';
import { LiveRegion } from '#components/ui/live-region.tsx';
import { Toasts } from '#components/ui/toasts.tsx';
import { NavigationRail } from './navigation-rail.tsx';
import { SkipLink } from './skip-link.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusAfterNavigation } from './use-focus-after-navigation.ts';

const ACCOUNT = '/account';

/** The frame around every page of a signed-in person. */
export function AppShell({ theme, children }: { theme: Theme; children: ReactNode }) {
  const t = useTranslations('common');
  const main = useRef<HTMLElement>(null);
  useInbox();
  useFocusAfterNavigation(main);
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <NavigationRail />
      <div className="flex min-w-0 grow flex-col">
        <TopBar theme={theme} />
        <main
          ref={main}
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[1440px] grow px-4 pt-6 pb-28 sm:px-8 sm:pb-16"
        >
          <SignedIn>{children}</SignedIn>
        </main>
      </div>
      <LiveRegion />
      <Toasts closeLabel={t('close')} />
    </div>
  );
}

/** Pages need to know who is looking; until then there is nothing to show, and without an answer that is said. */
function SignedIn({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const me = useMe();
  const pathname = usePathname();
  const router = useRouter();
  // Whoever still owes a second factor has one page.
  const elsewhere = me.data?.mustEnrol === true && pathname !== ACCOUNT;
  useEffect(() => {
    if (elsewhere) router.replace(ACCOUNT);
  }, [elsewhere, router]);
  if (elsewhere) return <p className="sr-only">{t('loading')}</p>;
  if (me.isSuccess) return children;
  if (me.isPending || me.error.message.startsWith('401')) return <p className="sr-only">{t('loading')}</p>;
  return <LoadError query={me} />;
}
