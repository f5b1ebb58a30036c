'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { queryString } from '#components/api/client.ts';
import { useSignInOptions } from '#components/api/use-sign-in-options.ts';
import type { Theme } from '#components/i18n/preferences.ts';
import { LanguageMenu } from '#components/shell/language-menu.tsx';
import { Logo } from '#components/shell/logo.tsx';
import { ThemeMenu } from '#components/shell/theme-menu.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { CodeForm } from './code-form.tsx';
import { DemoUsers } from './demo-users.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useSignIn, useSignInWithCode } from './use-sign-in.ts';

/** The door: by password, or in the demo by one press on a role. */
export function SignInPage({ theme }: { theme: Theme }) {
  const t = useTranslations('signIn');
  const query = useSearchParams();
  const options = useSignInOptions().data;
  const next = query.get('next');
  const signIn = useSignIn(next);
  const withCode = useSignInWithCode(next);
  const codeOwed = signIn.data?.codeNeeded === true;
  const pending = signIn.isPending || (signIn.isSuccess && !codeOwed);
  const demo = options?.demo === true && options.demoUsers.length > 0 && !codeOwed;
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center justify-end gap-1 px-4 sm:px-8">
        <LanguageMenu />
        <ThemeMenu theme={theme} />
      </header>
      <main className="flex grow items-start justify-center px-4 pt-4 pb-16 sm:items-center sm:pt-0">
        <div
          className={cx(
            'grid w-full overflow-hidden rounded-lg border border-line bg-surface',
            demo ? 'max-w-4xl md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]' : 'max-w-md',
          )}
        >
          <div className="flex flex-col gap-5 p-6 sm:p-8">
            <div className="flex items-center gap-3">
              <Logo size={36} />
              <span className="text-xl font-semibold tracking-tight">Lexport</span>
            </div>
            <div>
              <h1 className="text-2xl font-semibold tracking-tight">{codeOwed ? t('codeTitle') : t('title')}</h1>
              <p className="text-sm text-ink-muted">{t('lead')}</p>
            </div>
            {codeOwed ? (
              <CodeForm
                onSubmit={withCode.mutate}
                onStartOver={signIn.reset}
                pending={withCode.isPending || withCode.isSuccess}
                error={withCode.error}
              />
            ) : (
              <>
                <Arrival why={query.get('why')} />
                {options?.oidc ? <Elsewhere name={options.oidc.name} next={next} /> : null}
                <SignInForm onSubmit={signIn.mutate} pending={pending} error={signIn.error} />
              </>
            )}
          </div>
          {demo ? (
            <div className="border-line bg-ground p-6 max-md:border-t sm:p-8 md:border-l">
              <DemoUsers users={options.demoUsers} onChoose={signIn.mutate} disabled={pending} />
            </div>
          ) : null}
        </div>
      </main>
    </div>
  );
}

/** The way by the organisation's own provider. A plain link: the answer is the page of somebody else. */
function Elsewhere({ name, next }: { name: string; next: string | null }) {
  const t = useTranslations('signIn');
  return (
    <div className="flex flex-col gap-4">
      <a
        href={`/api/auth/sign-in/oidc${queryString({ next })}`}
        className={buttonClass('secondary', 'medium', 'justify-center no-underline')}
      >
        {t('with', { name })}
      </a>
      <p className="text-center text-sm text-ink-muted">{t('or')}</p>
    </div>
  );
}

/** Why somebody landed here, when it was not by choice. */
function Arrival({ why }: { why: string | null }) {
  const t = useTranslations('signIn');
  if (why === 'expired') {
    return (
      <Banner tone="info" title={t('expiredTitle')}>
        {t('expired')}
      </Banner>
    );
  }
  if (why === 'oidc-unknown') {
    return (
      <Banner tone="warning" title={t('unknownTitle')}>
        {t('unknown')}
      </Banner>
    );
  }
  if (why === 'oidc-failed') {
    return (
      <Banner tone="danger" title={t('providerTitle')}>
        {t('providerFailed')}
      </Banner>
    );
  }
  return why === 'signed-out' ? <Banner tone="success">{t('signedOut')}</Banner> : null;
}
