import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';

export type BarRow = {
  id: string;
  name: string;
  value: number;
  /** The value as it is read. */
  text: string;
  href?: string;
  tone?: 'accent' | 'success' | 'warning' | 'danger';
};

export type BarTableProps = {
  caption: string;
  head: readonly [string, string];
  rows: readonly BarRow[];
  /** The value of a full bar; the largest of the rows when left out. */
  most?: number;
};

const FILLS = { accent: 'bg-chart-1', success: 'bg-chart-2', warning: 'bg-chart-3', danger: 'bg-chart-4' } as const;

/** A bar chart that is a table: name, bar, number. What one sees is what is read out. */
export function BarTable({ caption, head, rows, most: full }: BarTableProps) {
  const most = full ?? Math.max(1, ...rows.map((row) => row.value));
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="w-[38%] py-1.5 pr-3 font-normal break-words">
              {row.href ? (
                <Link href={row.href} className="underline decoration-line-strong underline-offset-4 hover:text-accent">
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
            </th>
            <td className="py-1.5">
              <span className="flex items-center gap-3">
                <span aria-hidden className="h-3 min-w-0 grow">
                  <span
                    className={cx('block h-full min-w-[3px] rounded-sm', FILLS[row.tone ?? 'accent'])}
                    style={{ width: `${(row.value / most) * 100}%` }}
                  />
                </span>
                <span className="min-w-14 shrink-0 text-right font-medium">{row.text}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
