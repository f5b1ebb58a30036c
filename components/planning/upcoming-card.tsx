'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { batchLink } from '#components/batches/links.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import type { TimelineEntry } from './timeline.ts';
import { useMomentWords } from './use-moment-words.ts';
import { useWhenWords } from './use-when-words.ts';

const SHOWN_AT_FIRST = 12;

/** What will start when, day by day. */
export function UpcomingCard({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations('planning.upcoming');
  const words = useMomentWords();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST);
  const days = Map.groupBy(shown, ({ at }) => words.day(at));
  const left = entries.length - shown.length;
  return (
    <Card title={t('title')}>
      {entries.length === 0 ? <p className="text-sm text-ink-muted">{t('none')}</p> : null}
      <div className="flex flex-col gap-4">
        {[...days].map(([day, ofDay]) => (
          <section key={day} aria-label={day}>
            <h3 className="pb-1 text-xs font-semibold text-ink-muted first-letter:uppercase">{day}</h3>
            <ul className="flex flex-col gap-1.5">
              {ofDay.map((entry) => (
                <Entry key={entry.key} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
        {left > 0 ? (
          <Button variant="quiet" size="small" className="self-start" onPress={() => setAll(true)}>
            {t('more', { count: String(left) })}
          </Button>
        ) : null}
        {entries.some(({ batchId }) => batchId === null) ? <p className="text-xs text-ink-muted">{t('note')}</p> : null}
      </div>
    </Card>
  );
}

function Entry({ entry: { at, name, batchId, oftenAs } }: { entry: TimelineEntry }) {
  const t = useTranslations('planning.upcoming');
  const words = useMomentWords();
  const when = useWhenWords();
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 text-sm">
      <time dateTime={at} className="tabular-nums">
        {words.time(at)}
      </time>
      <span className="min-w-0">
        {batchId ? (
          <Link
            href={batchLink(batchId)}
            className="break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
          >
            {name}
          </Link>
        ) : (
          <span className="break-words">{name}</span>
        )}
        {batchId ? <span className="text-ink-muted">, {t('once')}</span> : null}
        {oftenAs ? <span className="block text-xs text-ink-muted">{when(oftenAs)}</span> : null}
      </span>
    </li>
  );
}
