'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useChangeRuleSettings } from '#components/api/use-rule-settings.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { RuleSettingsAnswer } from '#contract/rule-settings.ts';
import { PROFILES } from '#domain/validation/settings.ts';
import { ReviewQuestionList } from './review-question-list.tsx';
import { RuleList } from './rule-list.tsx';
import { differences, rebaseSettings } from './settings-conflict.ts';
import { SettingsConflictPanel } from './settings-conflict-panel.tsx';
import { type SettingsDraft, toChange, toDraft, wrongLines } from './settings-draft.ts';

export type RuleSettingsFormProps = {
  /** As the server has them now; newer ones than a draft began with are a conflict, not a surprise. */
  settings: RuleSettingsAnswer;
};

/** The profile, the rules with their switches, and the organisation's words; who may not change them reads them. */
export function RuleSettingsForm({ settings }: RuleSettingsFormProps) {
  const t = useTranslations('rules');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const mayManage = useMayDo('rules:manage');
  const change = useChangeRuleSettings();
  const cache = useQueryClient();
  const remarks = useRef<HTMLDivElement>(null);
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState<SettingsDraft>(() => toDraft(settings));
  const edit = (part: Partial<SettingsDraft>) => setDraft((current) => ({ ...current, ...part }));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(toDraft(base));
  const isWrong = wrongLines(draft.spellings).length + wrongLines(draft.foreignWords).length > 0;
  const isNewer = settings.version !== base.version && change.data?.version !== settings.version;
  const isOutdated = isNewer && isChanged;
  const isConflict = change.error instanceof ApiProblem && change.error.code === 'settings_changed';
  const start = (from: RuleSettingsAnswer) => {
    setBase(from);
    setDraft(toDraft(from));
  };
  // Nothing was typed, so there is nothing to keep: the page follows.
  if (isNewer && !isChanged) start(settings);
  /** The button is at the bottom, what there is to say about it at the top. */
  const toRemarks = () => requestAnimationFrame(() => remarks.current?.focus());
  const save = () =>
    change.mutate(toChange(draft, base.version), {
      onSuccess: (saved) => {
        start(saved);
        showToast({ tone: 'success', title: t('saved'), text: t('savedText') });
      },
      onError: () => void cache.invalidateQueries({ queryKey: queryKeys.ruleSettings }).then(toRemarks),
    });
  const takeOver = () => {
    change.reset();
    setDraft(rebaseSettings(draft, toDraft(base), toDraft(settings)));
    setBase(settings);
    announce(t('conflict.rebased'));
  };
  const discard = () => {
    change.reset();
    start(settings);
    announce(t('conflict.discarded'));
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && !isWrong && !isOutdated) save();
      }}
    >
      <Banner tone="info">{t('storedStay')}</Banner>
      <InForce settings={settings} />
      <div ref={remarks} tabIndex={-1} className="empty:hidden">
        {isOutdated ? (
          <SettingsConflictPanel
            latest={settings}
            differences={differences(toDraft(base), toDraft(settings), draft)}
            onTakeOver={takeOver}
            onDiscard={discard}
          />
        ) : change.error && !isConflict ? (
          <Banner tone="danger" role="alert" title={problemText(change.error).title}>
            {problemText(change.error).detail}
          </Banner>
        ) : null}
      </div>
      <Card title={t('profile.title')}>
        <RadioGroup
          label={t('profile.label')}
          options={PROFILES.map((profile) => ({
            value: profile,
            label: t(`profile.${profile}.name`),
            description: t(`profile.${profile}.text`),
          }))}
          value={draft.profile}
          onChange={(profile) => edit({ profile })}
          isDisabled={!mayManage}
        />
      </Card>
      <RuleList
        profile={draft.profile}
        modes={draft.modes}
        {...(mayManage ? { onChange: (modes) => edit({ modes }) } : {})}
      />
      <ReviewQuestionList />
      <Card title={t('words.title')}>
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <WordList name="spellings" draft={draft} onChange={edit} isReadOnly={!mayManage} />
          <WordList name="foreignWords" draft={draft} onChange={edit} isReadOnly={!mayManage} />
          <TextField
            label={t('words.abbreviations')}
            description={t('words.onePerLine')}
            rows={8}
            textLang="nl"
            value={draft.abbreviations}
            onChange={(abbreviations) => edit({ abbreviations })}
            isReadOnly={!mayManage}
          />
        </div>
      </Card>
      {mayManage && isChanged ? (
        <div className="sticky bottom-4 z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-raised px-4 py-2.5 shadow-overlay max-sm:bottom-[68px]">
          <p className="min-w-20 grow basis-0 text-sm text-ink-muted max-sm:basis-full">
            {isOutdated ? t('conflict.first') : isWrong ? t('wrongLines') : t('unsaved')}
          </p>
          <div className="flex gap-2">
            <Button onPress={() => start(settings)}>{common('cancel')}</Button>
            <Button variant="primary" type="submit" pending={change.isPending} isDisabled={isWrong || isOutdated}>
              {t('save')}
            </Button>
          </div>
        </div>
      ) : null}
    </form>
  );
}

function InForce({ settings }: { settings: RuleSettingsAnswer }) {
  const t = useTranslations('rules');
  const format = useFormat();
  const { ruleSetVersion, changedAt, changedBy } = settings;
  return (
    <p className="text-sm text-ink-muted">
      {t('inForce')} <code className="font-mono text-xs">{ruleSetVersion}</code>
      {changedAt ? ` · ${t('changed', { date: format.dateTime(changedAt), name: changedBy ?? '' })}` : ''}
    </p>
  );
}

type WordListProps = {
  name: 'spellings' | 'foreignWords';
  draft: SettingsDraft;
  onChange: (part: Partial<SettingsDraft>) => void;
  isReadOnly: boolean;
};

function WordList({ name, draft, onChange, isReadOnly }: WordListProps) {
  const t = useTranslations('rules.words');
  const wrong = wrongLines(draft[name]);
  return (
    <TextField
      label={t(name)}
      description={t('pairPerLine')}
      rows={8}
      textLang="nl"
      value={draft[name]}
      onChange={(text) => onChange({ [name]: text })}
      isReadOnly={isReadOnly}
      error={wrong.length > 0 ? t('wrongLine', { line: String(wrong[0]) }) : undefined}
    />
  );
}
