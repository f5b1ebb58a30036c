'use client';

import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';

export type DefinitionMissingProps = { error: unknown; onRetry: () => void };

/** A definition that could not be shown: because it is not there, or because asking for it failed. */
export function DefinitionMissing({ error, onRetry }: DefinitionMissingProps) {
  const t = useTranslations();
  const problemText = useProblemText();
  // Whatever is no id of ours (a mistyped link) is as absent as one that does not exist.
  if (error instanceof ApiProblem && ['not_found', 'invalid_request'].includes(error.code)) {
    return (
      <EmptyState
        title={t('definitions.page.notFoundTitle')}
        action={<LinkButton href="/definitions">{t('definitions.page.toList')}</LinkButton>}
      >
        {t('definitions.page.notFoundText')}
      </EmptyState>
    );
  }
  const { title, detail } = problemText(error);
  return (
    <ErrorState title={title} action={<Button onPress={onRetry}>{t('common.retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}
