'use client';

import { useTranslations } from 'use-intl';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { PageProblem } from './page-problem.tsx';

export type ErrorPageProps = {
  /** Next's number for an error on the server, to be found in its log. */
  digest: string | undefined;
  onRetry: () => void;
};

/** The page itself broke. */
export function ErrorPage({ digest, onRetry }: ErrorPageProps) {
  const t = useTranslations('common');
  return (
    <PageProblem
      code="500"
      title={t('errorTitle')}
      actions={
        <>
          <Button variant="primary" onPress={onRetry}>
            {t('retry')}
          </Button>
          <LinkButton href="/">{t('toOverview')}</LinkButton>
        </>
      }
    >
      <p>{t('errorText')}</p>
      {digest ? <p className="pt-2 text-sm">{t('supportNumber', { number: digest })}</p> : null}
    </PageProblem>
  );
}
