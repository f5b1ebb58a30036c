'use client';

import { CornerDownRight, Equal, Eraser, FileX, type LucideIcon, Pencil } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { REGIONS } from '#components/i18n/regions.ts';
import { isBlank } from '#components/text-diff/content-changes.ts';
import { FieldDiff } from '#components/text-diff/content-diff.tsx';
import { type FieldState, fieldStates, isChange } from '#components/text-diff/field-states.ts';
import type { DiffView } from '#components/text-diff/text-diff.tsx';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { useFieldWords } from '#components/text-diff/use-field-words.ts';
import { cx } from '#components/ui/cx.ts';
import { Switch } from '#components/ui/switch.tsx';
import type { ItemSides } from './item-sides.ts';

const ICONS: Record<FieldState['state'], LucideIcon> = {
  set: Pencil,
  cleared: Eraser,
  follows: CornerDownRight,
  same: Equal,
  kept: FileX,
};

const LOOKS: Record<FieldState['state'], string> = {
  set: '',
  cleared: 'w-fit rounded-sm bg-warning px-1.5 py-0.5 font-medium text-warning-ink',
  follows: 'text-ink-muted',
  same: 'text-ink-muted',
  kept: 'text-ink-muted',
};

/** What changes, field by field in a fixed order: first only that, and with one press every field and why it stays. */
export function ItemDiff({ before, after, given, isNew }: ItemSides) {
  const t = useTranslations('batches.item');
  const [view, setView] = useState<DiffView>('inline');
  const [all, setAll] = useState(false);
  const states = useMemo(() => fieldStates(before, after, given), [before, after, given]);
  const changes = states.filter(isChange);
  const shown = all ? states : changes;
  const title = useId();
  return (
    <section aria-labelledby={title} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id={title} className="text-sm font-semibold">
          {before && !isNew ? t('changes') : t('content')}
        </h3>
        <div className="flex flex-wrap items-center gap-x-4">
          <Switch isSelected={all} onChange={setAll}>
            {t('allFields')}
          </Switch>
          {before ? (
            <Switch isSelected={view === 'split'} onChange={(on) => setView(on ? 'split' : 'inline')}>
              {t('sideBySide')}
            </Switch>
          ) : null}
        </div>
      </div>
      {before && isNew ? <p className="text-sm text-ink-muted">{t('besideText')}</p> : null}
      {shown.length === 0 ? <p className="text-sm text-ink-muted">{t('noChanges')}</p> : null}
      {shown.length > 0 ? <Fields states={shown} view={view} isThere={before !== null} lang={after.language} /> : null}
      {all ? null : <Rest states={states} isThere={before !== null} />}
    </section>
  );
}

type FieldsProps = { states: readonly FieldState[]; view: DiffView; isThere: boolean; lang: string | undefined };

function Fields({ states, view, isThere, lang }: FieldsProps) {
  const t = useTranslations('batches.item');
  const label = useFieldLabel();
  const words = useFieldWords();
  const note = ({ state, field }: FieldState): string | null => {
    if (state === 'set') return null;
    if (state === 'follows') return field === 'status' ? t('state.draft') : t('state.follows');
    if (isThere) return t(`state.${state}`);
    return state === 'kept' ? t('state.absent') : t('state.empty');
  };
  return (
    <dl className="flex flex-col divide-y divide-line border-y border-line text-sm">
      {states.map((state) => {
        const said = note(state);
        const Icon = ICONS[state.state];
        return (
          <div
            key={state.field}
            className={cx(
              'grid gap-x-4 gap-y-1 py-2.5',
              view === 'inline' && 'sm:grid-cols-[9rem_minmax(0,1fr)]',
              !isChange(state) && 'text-ink-muted',
            )}
          >
            <dt className="text-ink-muted">{label(state.field)}</dt>
            {isBlank(state.before) && isBlank(state.after) ? null : (
              <FieldDiff change={asShown(state, isThere)} words={words} view={view} lang={lang} />
            )}
            {said ? (
              <dd
                className={cx(
                  'flex items-center gap-1.5 text-xs',
                  LOOKS[state.state],
                  view === 'inline' && 'sm:col-start-2',
                )}
              >
                <Icon aria-hidden size={14} className="shrink-0" />
                {said}
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}

/** A field that stays is shown as it is, also of a definition that is new: nothing in it was put in by the file. */
function asShown(state: FieldState, isThere: boolean): FieldState {
  return isChange(state) || !isThere ? state : { ...state, before: state.after };
}

/** What is not shown, in words: which fields the file leaves out, and how many say what is there already. */
function Rest({ states, isThere }: { states: readonly FieldState[]; isThere: boolean }) {
  const t = useTranslations('batches.item');
  const label = useFieldLabel();
  const locale = useLocale();
  const absent = states.filter(({ state }) => state === 'kept');
  const same = states.filter(({ state }) => state === 'same').length;
  const names = new Intl.ListFormat(REGIONS[locale], { type: 'conjunction' });
  const list = names.format(absent.map(({ field }) => label(field).toLocaleLowerCase(locale)));
  return (
    <div className="flex flex-col gap-1 text-sm text-ink-muted">
      {absent.length > 0 ? (
        <p>{t(isThere ? 'keptFields' : 'absentFields', { count: absent.length, fields: list })}</p>
      ) : null}
      {same > 0 && isThere ? <p>{t('sameFields', { count: same })}</p> : null}
    </div>
  );
}
