'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { isDecided } from './is-decided.ts';

/** Somebody else may have decided in the meantime; the page then shows what became of it by itself. */
export function ConfirmProblem({ error }: { error: unknown }) {
  const t = useTranslations('batches.plan');
  const problemText = useProblemText();
  const already = isDecided(error);
  const { title, detail } = problemText(error);
  return (
    <Banner tone={already ? 'warning' : 'danger'} role="alert" title={already ? t('alreadyTitle') : title}>
      {already ? t('already') : null} {detail}
    </Banner>
  );
}
