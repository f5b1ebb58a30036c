'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DefinitionContent } from '#domain/definition.ts';
import { type ContentPatch, contentChanges, type FieldChange } from './content-changes.ts';
import { type FieldWords, fieldLines, WHOLE_FIELDS } from './field-lines.ts';
import { ListDiff } from './list-diff.tsx';
import type { DiffView } from './text-diff.tsx';
import { useFieldLabel } from './use-field-label.ts';
import { useFieldWords } from './use-field-words.ts';

export type ContentDiffProps = {
  /** Null: the definition is new, everything it says is added. */
  before: DefinitionContent | null;
  /** Absent fields stay as they are and are not shown. */
  after: ContentPatch;
  view?: DiffView;
};

/** The fields of a definition that differ, each with what went and what came. */
export function ContentDiff({ before, after, view = 'inline' }: ContentDiffProps) {
  const t = useTranslations('definitions');
  const words = useFieldWords();
  const label = useFieldLabel();
  const changes = useMemo(() => contentChanges(before, after), [before, after]);
  const lang = after.language ?? before?.language;
  if (changes.length === 0) return <p className="text-sm text-ink-muted">{t('diff.nothing')}</p>;
  return (
    <dl className="flex flex-col divide-y divide-line text-sm">
      {changes.map((change) => (
        <div
          key={change.field}
          className="grid gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <dt className="text-ink-muted">{label(change.field)}</dt>
          <FieldDiff change={change} words={words} view={view} lang={lang} />
        </div>
      ))}
    </dl>
  );
}

export type FieldDiffProps = { change: FieldChange; words: FieldWords; view: DiffView; lang: string | undefined };

/** One field, in lines that were taken away, put in or reworded. */
export function FieldDiff({ change, words, view, lang }: FieldDiffProps) {
  const { field } = change;
  const before = fieldLines(field, change.before, words);
  const after = fieldLines(field, change.after, words);
  const groups = after
    .map(({ name, lines }, index) => ({ name, before: before[index]?.lines ?? [], after: lines }))
    .filter((group) => group.before.length > 0 || group.after.length > 0);
  const whole = WHOLE_FIELDS.has(field);
  return (
    <dd className="flex min-w-0 flex-col gap-2 leading-relaxed">
      {groups.map((group) => (
        <div key={group.name ?? ''} className="min-w-0">
          {group.name ? <p className="text-xs text-ink-muted">{group.name}</p> : null}
          <ListDiff before={group.before} after={group.after} view={view} whole={whole} {...(whole ? {} : { lang })} />
        </div>
      ))}
    </dd>
  );
}
