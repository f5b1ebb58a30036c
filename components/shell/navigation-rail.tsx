'use client';

import { Ellipsis, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Logo } from './logo.tsx';
import { isCurrent, PAGES, type Page } from './pages.ts';
import { useCollapsed } from './use-collapsed.ts';

/** So many have room beside each other on a phone; from two more on the others are behind a button. */
const IN_BAR = 4;

/** The rail at the left; on a narrow screen a bar at the bottom. */
export function NavigationRail() {
  const t = useTranslations('shell');
  const me = useMe().data;
  const pathname = usePathname();
  const [collapsed, setCollapsed] = useCollapsed();
  const pages = PAGES.filter((page) => !page.offRail && me?.actions.includes(page.needs));
  const rest = pages.length > IN_BAR + 1 ? pages.slice(IN_BAR) : [];
  return (
    <nav
      aria-label={t('navigation')}
      className={cx(
        'z-30 flex border-line bg-surface max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:border-t',
        'sm:sticky sm:top-0 sm:h-dvh sm:shrink-0 sm:flex-col sm:border-r sm:px-3 sm:py-3',
        collapsed ? 'sm:w-16' : 'sm:w-[232px]',
      )}
    >
      <div className={cx('flex h-9 items-center gap-2.5 max-sm:hidden', collapsed ? 'justify-center' : 'px-1.5')}>
        <Logo />
        {collapsed ? null : <span className="text-lg font-semibold tracking-tight">Lexport</span>}
      </div>
      <div className="max-sm:w-full sm:mt-5 sm:grow">
        <ul className="flex gap-1 max-sm:justify-around max-sm:gap-0 sm:flex-col">
          {pages.map((page) => (
            <li key={page.name} className={cx('max-sm:min-w-0 max-sm:flex-1', rest.includes(page) && 'max-sm:hidden')}>
              <RailLink page={page} label={t(page.name)} current={isCurrent(page, pathname)} collapsed={collapsed} />
            </li>
          ))}
          {rest.length > 0 ? (
            <li className="min-w-0 flex-1 sm:hidden">
              <More pages={rest} pathname={pathname} />
            </li>
          ) : null}
        </ul>
      </div>
      <div className={cx('flex max-sm:hidden', collapsed ? 'justify-center' : 'justify-end')}>
        <IconButton label={collapsed ? t('expand') : t('collapse')} onPress={() => setCollapsed(!collapsed)}>
          {collapsed ? <PanelLeftOpen aria-hidden size={18} /> : <PanelLeftClose aria-hidden size={18} />}
        </IconButton>
      </div>
    </nav>
  );
}

/** What there is no room for on a phone. */
function More({ pages, pathname }: { pages: readonly Page[]; pathname: string }) {
  const t = useTranslations('shell');
  const isHere = pages.some((page) => isCurrent(page, pathname));
  return (
    <Menu
      label={t('more')}
      entries={pages.map(({ name, href, icon: Icon }) => ({
        id: name,
        label: t(name),
        href,
        icon: <Icon aria-hidden size={16} />,
      }))}
      trigger={
        <Button className={cx(IN_THE_BAR, 'flex w-full items-center', isHere ? HERE : ELSEWHERE)}>
          <Ellipsis aria-hidden size={18} />
          {t('more')}
        </Button>
      }
    />
  );
}

const IN_THE_BAR =
  'max-sm:min-h-14 max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:text-[0.625rem] max-sm:leading-4';
const HERE = 'font-semibold text-accent sm:bg-accent-soft';
const ELSEWHERE = 'text-ink-muted hover:bg-sunken hover:text-ink';

type RailLinkProps = { page: Page; label: string; current: boolean; collapsed: boolean };

function RailLink({ page, label, current, collapsed }: RailLinkProps) {
  const Icon = page.icon;
  return (
    <Link
      href={page.href}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      {...(collapsed ? { title: label } : {})}
      className={cx(
        'flex items-center rounded-md text-sm no-underline transition-colors focus-visible:-outline-offset-2',
        'sm:min-h-9 sm:gap-3 sm:px-2.5',
        IN_THE_BAR,
        collapsed && 'sm:justify-center',
        current ? HERE : ELSEWHERE,
      )}
    >
      <Icon aria-hidden size={18} className="shrink-0" strokeWidth={current ? 2.25 : 1.75} />
      <span className={cx('max-w-full truncate', collapsed && 'sm:sr-only')}>{label}</span>
    </Link>
  );
}
