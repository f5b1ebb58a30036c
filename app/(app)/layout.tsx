import type { ReactNode } from 'react';
import { QueryProvider } from '#components/api/query-provider.tsx';
import { ProgressWindowProvider } from '#components/batches/use-progress-window.tsx';
import { requestTheme } from '#components/i18n/request-locale.ts';
import { AppShell } from '#components/shell/app-shell.tsx';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <ProgressWindowProvider>
        <AppShell theme={await requestTheme()}>{children}</AppShell>
      </ProgressWindowProvider>
    </QueryProvider>
  );
}
