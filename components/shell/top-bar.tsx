'use client';

import { BatchTray } from '#components/batches/batch-tray.tsx';
import type { Theme } from '#components/i18n/preferences.ts';
import { Bell } from '#components/notifications/bell.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** Where one is, what is running, and one's own settings. */
export function TopBar({ theme }: { theme: Theme }) {
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center justify-between gap-2 border-b border-line bg-ground px-3 sm:gap-3 sm:px-8">
      <Breadcrumb />
      <div className="flex items-center sm:gap-1 max-sm:[&>button]:size-8">
        <BatchTray />
        <Bell />
        <LanguageMenu />
        <ThemeMenu theme={theme} />
        <PersonMenu />
      </div>
    </header>
  );
}
