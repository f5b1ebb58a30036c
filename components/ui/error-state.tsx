import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type ErrorStateProps = {
  title: ReactNode;
  /** What happened. */
  children: ReactNode;
  /** What to do: a button. */
  action?: ReactNode;
};

/** Something could not be shown or done; read at once. */
export function ErrorState({ title, children, action }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-md border border-danger-fill bg-danger px-4 py-4 text-danger-ink"
    >
      <CircleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        <div className="text-sm">{children}</div>
        {action ? <div className="pt-2">{action}</div> : null}
      </div>
    </div>
  );
}
