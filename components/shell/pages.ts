import {
  Activity,
  Archive,
  Bell,
  BookText,
  CalendarClock,
  FileInput,
  Fingerprint,
  Gauge,
  Layers,
  type LucideIcon,
  ScrollText,
  SpellCheck,
  UserCheck,
  UserCog,
  Users,
  Webhook,
} from 'lucide-react';
import type { Action } from '#domain/access.ts';

type PageName =
  | 'overview'
  | 'definitions'
  | 'import'
  | 'batches'
  | 'planning'
  | 'approvals'
  | 'retention'
  | 'rules'
  | 'provenance'
  | 'audit'
  | 'monitoring'
  | 'notifications'
  | 'webhooks'
  | 'people'
  | 'accountPage';

export type Page = {
  name: PageName;
  href: string;
  icon: LucideIcon;
  needs: Action;
  /** Reached by something else than the rail, such as the bell or the menu of a person. */
  offRail?: true;
};

/** The pages that exist, in the order of the rail; a page is shown to those who may do what it `needs`. */
export const PAGES: readonly Page[] = [
  { name: 'overview', href: '/', icon: Gauge, needs: 'batch:read' },
  { name: 'definitions', href: '/definitions', icon: BookText, needs: 'definition:read' },
  { name: 'import', href: '/import', icon: FileInput, needs: 'batch:start' },
  { name: 'batches', href: '/batches', icon: Layers, needs: 'batch:read' },
  { name: 'planning', href: '/planning', icon: CalendarClock, needs: 'batch:read' },
  { name: 'approvals', href: '/approvals', icon: UserCheck, needs: 'approval:decide' },
  { name: 'retention', href: '/retention', icon: Archive, needs: 'retention:manage' },
  { name: 'rules', href: '/rules', icon: SpellCheck, needs: 'definition:read' },
  { name: 'provenance', href: '/provenance', icon: Fingerprint, needs: 'batch:read' },
  { name: 'audit', href: '/audit', icon: ScrollText, needs: 'audit:read' },
  { name: 'monitoring', href: '/monitoring', icon: Activity, needs: 'monitoring:read' },
  { name: 'notifications', href: '/notifications', icon: Bell, needs: 'batch:read', offRail: true },
  { name: 'accountPage', href: '/account', icon: UserCog, needs: 'batch:read', offRail: true },
  { name: 'webhooks', href: '/webhooks', icon: Webhook, needs: 'webhook:manage', offRail: true },
  { name: 'people', href: '/people', icon: Users, needs: 'person:read', offRail: true },
];

/** Whether `pathname` is this page or lies below it. */
export function isCurrent(page: Page, pathname: string): boolean {
  return page.href === '/' ? pathname === '/' : pathname === page.href || pathname.startsWith(`${page.href}/`);
}
