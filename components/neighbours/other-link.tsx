'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Link } from '#components/ui/link.tsx';
import type { Other } from './others-of.ts';

export type OtherLinkProps = {
  other: Other;
  /** True where the items of an upload are beside this, so that one of them can be led to. */
  hasItems: boolean;
};

/** Leads to another definition: to its item of the same plan, else to its page; only names it where there is nothing yet. */
export function OtherLink({ other: { term, id, item }, hasItems }: OtherLinkProps) {
  const path = usePathname();
  const search = useSearchParams();
  const href = item !== null && hasItems ? `${path}?${withItem(search, item - 1)}` : id && `/definitions/${id}`;
  if (!href) return <span className="font-medium">{term}</span>;
  return (
    <Link href={href} scroll={false} className="text-accent underline underline-offset-4 hover:decoration-2">
      {term}
    </Link>
  );
}

function withItem(search: URLSearchParams, position: number): string {
  const changed = new URLSearchParams(search);
  changed.set('item', String(position));
  return changed.toString();
}
