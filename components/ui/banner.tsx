import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type BannerTone = 'info' | 'success' | 'warning' | 'danger';

const LOOKS = {
  info: { icon: Info, classes: 'border-info-fill bg-info text-info-ink' },
  success: { icon: CircleCheck, classes: 'border-success-fill bg-success text-success-ink' },
  warning: { icon: TriangleAlert, classes: 'border-warning-fill bg-warning text-warning-ink' },
  danger: { icon: CircleAlert, classes: 'border-danger-fill bg-danger text-danger-ink' },
} as const;

export type BannerProps = {
  tone: BannerTone;
  title?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  /** `alert` when it appears by itself and needs a decision; leave out when it is there from the start. */
  role?: 'alert' | 'status';
};

/** A remark over the whole of a page or a part of it. */
export function Banner({ tone, title, children, action, role }: BannerProps) {
  const { icon: Icon, classes } = LOOKS[tone];
  return (
    <div
      {...(role ? { role } : {})}
      className={cx('flex flex-wrap items-start gap-x-4 gap-y-2 rounded-md border px-4 py-3 text-sm', classes)}
    >
      <Icon aria-hidden size={18} className="mt-0.5 shrink-0" />
      <div className="min-w-0 grow basis-56">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div>{children}</div>
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </div>
  );
}
