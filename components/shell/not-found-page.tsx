'use client';

import { useTranslations } from 'use-intl';
import { LinkButton } from '#components/ui/button.tsx';
import { PageProblem } from './page-problem.tsx';

/** Nothing lives at this address, or not for this person. */
export function NotFoundPage() {
  const t = useTranslations('common');
  return (
    <PageProblem
      code="404"
      title={t('notFoundTitle')}
      actions={
        <LinkButton href="/" variant="primary">
          {t('toOverview')}
        </LinkButton>
      }
    >
      <p>{t('notFoundText')}</p>
    </PageProblem>
  );
}
