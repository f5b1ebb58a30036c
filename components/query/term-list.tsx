'use client';

import { ListX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import type { TermSource } from './term-source.ts';

const SHOWN = 10;

export type TermListProps = { source: Extract<TermSource, { kind: 'list' }>; onRemove: () => void };

/** Many terms at once: where they came from and how they begin, and the way back to an empty field. */
export function TermList({ source: { name, lines }, onRemove }: TermListProps) {
  const t = useTranslations('query.list');
  const first = lines.filter((line) => line.trim() !== '').slice(0, SHOWN);
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border border-line bg-ground p-4 text-sm">
      <p className="font-semibold break-all">{name ?? t('pasted')}</p>
      <p id="first-terms" className="text-ink-muted">
        {t('first')}
      </p>
      <ol aria-labelledby="first-terms" className="flex max-w-full flex-wrap gap-1.5">
        {first.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may say the same, and never move
          <li key={index} className="max-w-full">
            <Chip>{line}</Chip>
          </li>
        ))}
      </ol>
      <Button autoFocus icon={<ListX aria-hidden size={16} />} onPress={onRemove}>
        {t('remove')}
      </Button>
    </div>
  );
}
