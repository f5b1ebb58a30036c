'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import { useChangeApprovalSettings } from '#components/api/use-approvals.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { ApprovalSettings } from '#contract/approvals.ts';
import { APPROVAL_KINDS, type ApprovalKind } from '#domain/approval-rules.ts';
import { type DraftRule, draftOf, limitIn, MOST_ITEMS, rulesFrom } from './approval-draft.ts';

/** For each kind of work when it waits; who may not change it reads it. */
export function ApprovalSettingsForm({ settings }: { settings: ApprovalSettings }) {
  const t = useTranslations('approvals.settings');
  const format = useFormat();
  const problemText = useProblemText();
  const mayManage = useMayDo('approval:manage');
  const cache = useQueryClient();
  const change = useChangeApprovalSettings();
  const [draft, setDraft] = useState(() => draftOf(settings.rules));
  const [asked, setAsked] = useState(false);
  const rules = rulesFrom(draft);
  const isConflict = change.error instanceof ApiProblem && change.error.code === 'settings_changed';
  const save = () => {
    setAsked(true);
    if (!rules) return;
    change.mutate(
      { rules, version: settings.version },
      { onSuccess: () => showToast({ tone: 'success', title: t('saved') }) },
    );
  };
  return (
    <div className="flex flex-col gap-4">
      {change.error ? (
        <Banner
          tone="danger"
          role="alert"
          title={problemText(change.error).title}
          action={
            isConflict ? (
              <Button onPress={() => void cache.invalidateQueries({ queryKey: queryKeys.approvalSettings })}>
                {t('reload')}
              </Button>
            ) : null
          }
        >
          {isConflict ? t('conflict') : problemText(change.error).detail}
        </Banner>
      ) : null}
      {APPROVAL_KINDS.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          rule={draft[kind]}
          asked={asked}
          isReadOnly={!mayManage}
          onChange={(rule) => setDraft({ ...draft, [kind]: rule })}
        />
      ))}
      <p className="text-sm text-ink-muted">
        {settings.changedAt && settings.changedBy
          ? t('changed', { date: format.dateTime(settings.changedAt), name: settings.changedBy })
          : t('defaults')}
      </p>
      {mayManage ? (
        <div>
          <Button variant="primary" pending={change.isPending} onPress={save}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-ink-muted">{t('readOnly')}</p>
      )}
    </div>
  );
}

type KindProps = {
  kind: ApprovalKind;
  rule: DraftRule;
  asked: boolean;
  isReadOnly: boolean;
  onChange: (rule: DraftRule) => void;
};

function Kind({ kind, rule, asked, isReadOnly, onChange }: KindProps) {
  const t = useTranslations('approvals.settings');
  const format = useFormat();
  return (
    <Card title={t(`kind.${kind}`)}>
      <div className="flex flex-col items-start gap-3">
        <Switch
          isDisabled={isReadOnly}
          isSelected={rule.isLimited}
          onChange={(isLimited) => onChange({ ...rule, isLimited })}
        >
          {t('limited')}
        </Switch>
        {rule.isLimited ? (
          <TextField
            label={t('moreThan')}
            inputMode="numeric"
            autoComplete="off"
            isReadOnly={isReadOnly}
            value={rule.moreThan}
            onChange={(moreThan) => onChange({ ...rule, moreThan })}
            error={
              asked && limitIn(rule.moreThan) === null
                ? t('moreThanWrong', { most: format.number(MOST_ITEMS) })
                : undefined
            }
            className="[&_input]:max-w-40"
          />
        ) : null}
        <Switch
          isDisabled={isReadOnly}
          isSelected={rule.established}
          onChange={(established) => onChange({ ...rule, established })}
        >
          {t('established')}
        </Switch>
      </div>
    </Card>
  );
}
