'use client';

import { ErrorPage } from '#components/shell/error-page.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A page of the shell broke; the shell around it stays. */
export default function PageError({ error, reset }: Props) {
  return <ErrorPage digest={error.digest} onRetry={reset} />;
}
