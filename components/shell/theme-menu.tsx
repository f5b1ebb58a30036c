'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { keepPreference, THEME_COOKIE, THEMES, type Theme } from '#components/i18n/preferences.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';

const LOOKS = {
  system: { name: 'themeSystem', icon: Monitor },
  light: { name: 'themeLight', icon: Sun },
  dark: { name: 'themeDark', icon: Moon },
} as const satisfies Record<Theme, { name: string; icon: typeof Sun }>;

/** Light, dark or as the system; the server writes it on <html>, so the next page does not flash. */
export function ThemeMenu({ theme: initial }: { theme: Theme }) {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    keepPreference(THEME_COOKIE, next);
    document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  const Icon = LOOKS[theme].icon;
  return (
    <Menu
      label={t('theme')}
      selected={theme}
      entries={THEMES.map((id) => {
        const EntryIcon = LOOKS[id].icon;
        return { id, label: t(LOOKS[id].name), icon: <EntryIcon aria-hidden size={16} />, onAction: () => choose(id) };
      })}
      trigger={
        <IconButton label={`${t('theme')}: ${t(LOOKS[theme].name)}`} tooltip={false}>
          <Icon aria-hidden size={18} />
        </IconButton>
      }
    />
  );
}
