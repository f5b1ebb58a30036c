'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from './api-problem.ts';

export type ProblemText = { title: string; detail: string };

/** Turns whatever was thrown into a title and a sentence for a person. */
export function useProblemText(): (error: unknown) => ProblemText {
  const t = useTranslations('problems');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem))
        return { title: t('unexpectedTitle'), detail: t('unexpected', { status: '-' }) };
      if (error.status === 0) return { title: t('offlineTitle'), detail: t('offline') };
      if (!error.title)
        return { title: t('unexpectedTitle'), detail: t('unexpected', { status: String(error.status) }) };
      return { title: error.title, detail: error.detail };
    },
    [t],
  );
}
