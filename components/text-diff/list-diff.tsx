'use client';

import { useMemo } from 'react';
import { type ListChange, listChanges } from './list-changes.ts';
import { ChangedText, type DiffView, TextDiff } from './text-diff.tsx';

export type ListDiffProps = {
  before: readonly string[];
  after: readonly string[];
  view?: DiffView;
  whole?: boolean;
  lang?: string | undefined;
};

/** A list as it was and as it is, item by item; an item that was reworded is compared word by word. */
export function ListDiff({ before, after, view = 'inline', whole = false, lang }: ListDiffProps) {
  const changes = useMemo(() => listChanges(before, after), [before, after]);
  return (
    <ul className="flex min-w-0 flex-col gap-1">
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal items may occur twice and the list is made as a whole
        <li key={index} className="min-w-0">
          <Line change={change} view={view} whole={whole} lang={lang} />
        </li>
      ))}
    </ul>
  );
}

type LineProps = { change: ListChange; view: DiffView; whole: boolean; lang: string | undefined };

function Line({ change, view, whole, lang }: LineProps) {
  if (change.kind === 'changed')
    return <TextDiff before={change.before} after={change.after} view={view} whole={whole} lang={lang} />;
  const text = (
    <span {...(lang ? { lang } : {})} className="min-w-0 break-words whitespace-pre-line">
      <ChangedText kind={change.kind} text={change.text} />
    </span>
  );
  if (view === 'inline') return text;
  return (
    <span className="grid gap-x-6 sm:grid-cols-2">
      {change.kind === 'added' ? <span aria-hidden /> : text}
      {change.kind === 'removed' ? <span aria-hidden /> : text}
    </span>
  );
}
