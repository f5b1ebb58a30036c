'use client';

import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';

type ChoicesPanelProps = {
  /** What was found. */
  head: ReactNode;
  /** What the button says that shows the choices; without it there are none yet. */
  label: string | null;
  /** The choices, shown when asked for. */
  children: ReactNode;
  /** What stands in their place until then. */
  summary?: ReactNode;
};

/** What was found in a file, with the choices to read it otherwise folded away below. */
export function ChoicesPanel({ head, label, children, summary = null }: ChoicesPanelProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-ground px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {head}
        {label === null ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            icon={<SlidersHorizontal aria-hidden size={16} />}
            onPress={() => setOpen(!isOpen)}
          >
            {label}
          </Button>
        )}
      </div>
      {label !== null && isOpen ? children : summary}
    </div>
  );
}
