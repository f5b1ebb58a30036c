'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export type PaginationProps = {
  label: string;
  previousLabel: string;
  nextLabel: string;
  /** Such as "3 214 definities". */
  summary: ReactNode;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  /** More controls in the middle, such as the page size. */
  children?: ReactNode;
};

/** Back and forth through a list by cursor; null means there is nothing that way. */
export function Pagination({
  label,
  previousLabel,
  nextLabel,
  summary,
  onPrevious,
  onNext,
  children,
}: PaginationProps) {
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 text-sm text-ink-muted"
    >
      <div>{summary}</div>
      <div className="flex flex-wrap items-center gap-2">
        {children}
        <Button
          size="small"
          isDisabled={onPrevious === null}
          onPress={() => onPrevious?.()}
          icon={<ChevronLeft aria-hidden size={16} />}
        >
          {previousLabel}
        </Button>
        <Button size="small" isDisabled={onNext === null} onPress={() => onNext?.()}>
          {nextLabel}
          <ChevronRight aria-hidden size={16} />
        </Button>
      </div>
    </nav>
  );
}
