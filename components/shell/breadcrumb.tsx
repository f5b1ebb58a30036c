'use client';

import { ChevronRight } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Link } from '#components/ui/link.tsx';
import { Logo } from './logo.tsx';
import { usePageTitle } from './page-title.tsx';
import { isCurrent, PAGES } from './pages.ts';

/** Overview > section > this page. The last part is what the page gave to `PageTitle`. */
export function Breadcrumb() {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const title = usePageTitle();
  const section = PAGES.find((page) => page.href !== '/' && isCurrent(page, pathname));
  const deeper = section !== undefined && pathname !== section.href;
  return (
    <nav aria-label={t('breadcrumb')} className="flex min-w-0 items-center gap-2">
      <span className="sm:hidden">
        <Logo size={24} />
      </span>
      <ol className="flex min-w-0 items-center gap-1.5 text-sm text-ink-muted">
        <Crumb href="/" current={section === undefined} className="max-sm:hidden">
          {t('overview')}
        </Crumb>
        {section ? (
          <Crumb href={section.href} current={!deeper} separated>
            {t(section.name)}
          </Crumb>
        ) : null}
        {deeper && title ? (
          <Crumb href={pathname} current separated>
            {title}
          </Crumb>
        ) : null}
      </ol>
    </nav>
  );
}

type CrumbProps = { href: string; current: boolean; separated?: boolean; className?: string; children: string };

function Crumb({ href, current, separated = false, className = '', children }: CrumbProps) {
  return (
    <li className={`flex min-w-0 items-center gap-1.5 ${className}`}>
      {separated ? <ChevronRight aria-hidden size={14} className="shrink-0 max-sm:first:hidden" /> : null}
      {current ? (
        <span aria-current="page" className="truncate font-medium text-ink">
          {children}
        </span>
      ) : (
        <Link
          href={href}
          className="inline-flex min-h-6 items-center truncate no-underline hover:text-ink hover:underline"
        >
          {children}
        </Link>
      )}
    </li>
  );
}
