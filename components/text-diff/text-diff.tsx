'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { visibleSpace } from './visible-space.ts';
import { type WordChange, wordChanges } from './word-changes.ts';

/** `inline`: one text with what went and what came; `split`: the old one beside the new one (under it when narrow). */
export type DiffView = 'inline' | 'split';

export type TextDiffProps = {
  before: string;
  after: string;
  view?: DiffView;
  /** True: nothing inside the text is compared, it is replaced as one (a date, a word from a list). */
  whole?: boolean;
  /** The language of the texts. */
  lang?: string | undefined;
};

/** A text as it was and as it is, compared word by word. */
export function TextDiff({ before, after, view = 'inline', whole = false, lang }: TextDiffProps) {
  const changes = useMemo(
    () => (whole ? wholeChange(before, after) : wordChanges(before, after)),
    [before, after, whole],
  );
  if (view === 'inline') return <Changes changes={changes} lang={lang} />;
  return (
    <span className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <Changes changes={changes.filter(({ kind }) => kind !== 'added')} lang={lang} />
      <Changes changes={changes.filter(({ kind }) => kind !== 'removed')} lang={lang} />
    </span>
  );
}

function wholeChange(before: string, after: string): WordChange[] {
  if (before === after) return [{ kind: 'same', text: before }];
  const changes: WordChange[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return changes.filter(({ text }) => text !== '');
}

function Changes({ changes, lang }: { changes: readonly WordChange[]; lang: string | undefined }) {
  return (
    <span {...(lang ? { lang } : {})} className="min-w-0 break-words whitespace-pre-line">
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own and the list is made as a whole
        <ChangedText key={index} {...change} />
      ))}
    </span>
  );
}

/** A line through or under the space around words only looks untidy; a change of nothing but space is one of its own. */
const WORDS = /^(\s*)(\S[\s\S]*?)(\s*)$/;

/** One piece of a text; what was removed or added is told by a line, a colour and words for a screen reader. */
export function ChangedText({ kind, text }: WordChange) {
  const t = useTranslations('definitions.diff');
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  const [, leading = '', words = text, trailing = ''] = WORDS.exec(text) ?? [];
  return (
    <>
      {leading}
      <Mark
        className={
          kind === 'added'
            ? 'rounded-[3px] bg-success px-0.5 text-success-ink underline decoration-success-fill decoration-2 underline-offset-2'
            : 'rounded-[3px] bg-danger px-0.5 text-danger-ink line-through decoration-1'
        }
      >
        <span className="sr-only select-none">{t(kind)} </span>
        {words.trim() === '' ? <Space text={words} isAdded={kind === 'added'} /> : words}
      </Mark>
      {trailing}
      <span className="sr-only select-none">{t('endOfChange')} </span>
    </>
  );
}

/** Nobody sees a change of nothing but space; so it is shown as signs, and read out as how much there is of it. */
function Space({ text, isAdded }: { text: string; isAdded: boolean }) {
  const t = useTranslations('definitions.diff');
  return (
    <>
      {/* The sign of a space is itself a line at the bottom: another one under it hides it. */}
      <span aria-hidden className={isAdded ? 'inline-block' : ''}>
        {visibleSpace(text)}
      </span>
      <span className="sr-only select-none">{t('space', { count: text.length })}</span>
    </>
  );
}
