'use client';

import { ErrorPage } from '#components/shell/error-page.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageError({ error, reset }: Props) {
  return (
    <main>
      <ErrorPage digest={error.digest} onRetry={reset} />
    </main>
  );
}
