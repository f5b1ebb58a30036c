'use client';

import { useTranslations } from 'use-intl';
import { useMayDo, useMe } from '#components/api/use-me.ts';
import { Banner } from '#components/ui/banner.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { KeysCard } from './keys-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

/** How one gets in. Who still owes a second factor sees that and nothing else. */
export function AccountPage() {
  const t = useTranslations('account');
  const mustEnrol = useMe().data?.mustEnrol ?? false;
  const looksAfter = useMayDo('person:secure');
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('lead')}
        actions={looksAfter ? <LinkButton href="/account/ways-in">{t('waysIn.link')}</LinkButton> : null}
      />
      <div className="flex flex-col gap-6">
        {mustEnrol ? (
          <Banner tone="warning" title={t('needTitle')}>
            {t('needText')}
          </Banner>
        ) : null}
        {mustEnrol ? null : <PasswordCard />}
        <SecondFactorCard />
        {mustEnrol ? null : (
          <>
            <SessionsCard />
            <KeysCard />
          </>
        )}
      </div>
    </>
  );
}
