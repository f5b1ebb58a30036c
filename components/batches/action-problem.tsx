'use client';

import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';

/** Why a button did not do what it says; nothing while there is no error. */
export function ActionProblem({ error }: { error: unknown }) {
  const problemText = useProblemText();
  if (!error) return null;
  const { title, detail } = problemText(error);
  return (
    <Banner tone="danger" role="alert" title={title}>
      {detail}
    </Banner>
  );
}
