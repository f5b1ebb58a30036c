'use client';

import { useTranslations } from 'use-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Columns } from './definition-table.tsx';

const ROWS = Array.from({ length: 10 }, (_, row) => row);

/** The grid in grey, row heights and columns as they will be. */
export function GridSkeleton({ narrow, withBoxes }: { narrow: boolean; withBoxes: boolean }) {
  const t = useTranslations('common');
  return (
    <div>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div className="min-h-12" />
      {narrow ? <CardShapes /> : <RowShapes withBoxes={withBoxes} />}
    </div>
  );
}

function CardShapes() {
  return (
    <div aria-hidden className="flex flex-col gap-2">
      {ROWS.slice(0, 5).map((row) => (
        <div key={row} className="flex h-42 flex-col gap-3 rounded-md border border-line bg-surface p-3">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-9 w-full" />
          <Skeleton className="h-6 w-2/3" />
        </div>
      ))}
    </div>
  );
}

function RowShapes({ withBoxes }: { withBoxes: boolean }) {
  const widths = [...(withBoxes ? ['w-4.5'] : []), 'w-4/5', 'w-full', 'w-24', 'w-4/5', 'w-full', 'w-20', 'w-16'];
  return (
    <div aria-hidden className="overflow-hidden rounded-md border border-line bg-surface">
      <table role="presentation" className="w-full min-w-[960px] table-fixed border-collapse">
        <Columns withBoxes={withBoxes} />
        <tbody>
          <tr className="h-[46px] bg-sunken">
            <td colSpan={widths.length} />
          </tr>
          {ROWS.map((row) => (
            <tr key={row} className="h-[69px] border-t border-line">
              {widths.map((width, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: shapes without names that never move
                <td key={column} className="px-3">
                  <Skeleton className={`h-4 ${width}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
