'use client';

import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';

export type WorkingProps = {
  label: string;
  /** 0 to 1; null while it cannot be said. */
  share: number | null;
  note?: string;
  stopLabel: string;
  onStop: () => void;
};

/** Something the browser itself is busy with, and a way to stop it. */
export function Working({ label, share, note, stopLabel, onStop }: WorkingProps) {
  const format = useFormat();
  const percent = share === null ? null : Math.floor(share * 100);
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span className="font-medium">{label}</span>
        {percent === null ? null : <span className="font-semibold">{format.percent(percent / 100)}</span>}
      </div>
      <ProgressBar
        label={label}
        total={percent === null ? null : 100}
        segments={[{ tone: 'accent', value: percent ?? 0 }]}
        valueText={percent === null ? label : format.percent(percent / 100)}
      />
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-muted">
        <span>{note}</span>
        <Button size="small" onPress={onStop}>
          {stopLabel}
        </Button>
      </div>
    </div>
  );
}
