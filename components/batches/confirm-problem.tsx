'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { isDecided } from './is-decided.ts';

/** Somebody else may have decided in the meantime; the page then shows what became of it by itself. */
export function ConfirmProblem({ error }: { error: unknown }) {
  const t = useTranslations('batches.plan');
  const statuses = useTranslations('statuses.job');
  const problemText = useProblemText();
  if (!isDecided(error)) {
    const { title, detail } = problemText(error);
    return (
      <Banner tone="danger" role="alert" title={title}>
        {detail}
      </Banner>
    );
  }
  const status = JOB_STATUSES.find((one) => one === error.params.status);
  return (
    <Banner tone="warning" role="alert" title={t('alreadyTitle')}>
      {t('already')} {status ? t('alreadyState', { status: statuses(status) }) : null}
    </Banner>
  );
}
