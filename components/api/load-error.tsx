'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { useProblemText } from './use-problem-text.ts';

export type LoadErrorProps = { query: { error: unknown; refetch(): unknown } };

/** What a query failed of, and a button that asks again. */
export function LoadError({ query }: LoadErrorProps) {
  const t = useTranslations('common');
  const { title, detail } = useProblemText()(query.error);
  return (
    <ErrorState title={title} action={<Button onPress={() => void query.refetch()}>{t('retry')}</Button>}>
      {detail}
    </ErrorState>
  );
}
