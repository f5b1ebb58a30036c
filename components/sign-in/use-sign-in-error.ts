'use client';

import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';

/** What to tell a person whose sign-in did not work; null when nothing went wrong. */
export function useSignInError(error: unknown): string | null {
  const t = useTranslations('signIn');
  const problemText = useProblemText();
  if (!error) return null;
  if (!(error instanceof ApiProblem)) return t('failed');
  if (error.code === 'wrong_credentials' || error.status === 401) return t('wrong');
  const minutes = Number(error.params.minutes);
  if (error.code === 'account_locked' && minutes > 0) return t('locked', { minutes });
  if (error.status === 429) return t('lockedNoTime');
  return problemText(error).detail;
}
