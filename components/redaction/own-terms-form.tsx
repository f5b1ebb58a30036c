'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useChangeRedactionSettings } from '#components/api/use-redactions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import { MOST_TERM_LENGTH, MOST_TERMS, type RedactionSettings } from '#contract/redaction.ts';
import { readTerms, type TermProblem, wrongTerm } from './own-terms.ts';

/** The list, one term to a line; who may not change it reads it. */
export function OwnTermsForm({ settings }: { settings: RedactionSettings }) {
  const t = useTranslations('redaction.settings');
  const format = useFormat();
  const problemText = useProblemText();
  const mayManage = useMayDo('redaction:manage');
  const cache = useQueryClient();
  const change = useChangeRedactionSettings();
  const [base, setBase] = useState(settings);
  const [text, setText] = useState(() => settings.terms.join('\n'));
  const [asked, setAsked] = useState(false);
  const terms = readTerms(text);
  const wrong = wrongTerm(terms);
  const isConflict = change.error instanceof ApiProblem && change.error.code === 'settings_changed';
  const start = (from: RedactionSettings) => {
    setBase(from);
    setText(from.terms.join('\n'));
    setAsked(false);
  };
  const save = () => {
    setAsked(true);
    if (wrong) return;
    change.mutate(
      { terms, version: base.version },
      {
        onSuccess: (saved) => {
          start(saved);
          showToast({ tone: 'success', title: t('saved') });
        },
      },
    );
  };
  const reload = async () => {
    change.reset();
    await cache.invalidateQueries({ queryKey: queryKeys.redactionSettings });
    const fresh = cache.getQueryData<RedactionSettings>(queryKeys.redactionSettings);
    if (fresh) start(fresh);
  };
  return (
    <Card title={t('count', { count: terms.length })}>
      <div className="flex max-w-prose flex-col gap-4 text-sm">
        <p>{t('visible')}</p>
        {change.error ? (
          <Banner
            tone="danger"
            role="alert"
            title={problemText(change.error).title}
            action={isConflict ? <Button onPress={() => void reload()}>{t('reload')}</Button> : null}
          >
            {isConflict ? t('conflict') : problemText(change.error).detail}
          </Banner>
        ) : null}
        <TextField
          label={t('label')}
          description={t('help')}
          rows={12}
          textLang="nl"
          isReadOnly={!mayManage}
          value={text}
          onChange={setText}
          error={asked && wrong ? t(wrong.code, wordsOf(wrong)) : undefined}
        />
        {base.changedAt && base.changedBy ? (
          <p className="text-ink-muted">
            {t('changed', { date: format.dateTime(base.changedAt), name: base.changedBy })}
          </p>
        ) : null}
        {mayManage ? (
          <div>
            <Button
              variant="primary"
              pending={change.isPending}
              isDisabled={text === base.terms.join('\n')}
              onPress={save}
            >
              {t('save')}
            </Button>
          </div>
        ) : (
          <p className="text-ink-muted">{t('readOnly')}</p>
        )}
      </div>
    </Card>
  );
}

function wordsOf({ code, term }: TermProblem) {
  return { term, limit: code === 'tooMany' ? MOST_TERMS : MOST_TERM_LENGTH };
}
