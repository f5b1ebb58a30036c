'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useChangeProvenanceSettings, useProvenanceSettings } from '#components/api/use-provenance.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ProvenanceSettings } from '#contract/provenance.ts';
import { POLICY_CASES, POLICY_CHOICES, type PolicyCase, type PolicyChoice } from '#domain/provenance.ts';

/** What the organisation does with files nobody it trusts vouches for. */
export function PolicyCard({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations('provenance.policy');
  const common = useTranslations('common');
  const settings = useProvenanceSettings();
  return (
    <Card title={t('title')}>
      <p className="pb-4 text-sm text-ink-muted">{t('lead')}</p>
      {settings.isPending ? <SkeletonRows rows={4} label={common('loading')} /> : null}
      {settings.isError ? <LoadError query={settings} /> : null}
      {settings.data ? <PolicyForm key={settings.data.version} settings={settings.data} mayManage={mayManage} /> : null}
    </Card>
  );
}

type Draft = Record<PolicyCase, PolicyChoice>;

function PolicyForm({ settings, mayManage }: { settings: ProvenanceSettings; mayManage: boolean }) {
  const t = useTranslations('provenance.policy');
  const problemText = useProblemText();
  const format = useFormat();
  const change = useChangeProvenanceSettings();
  const [draft, setDraft] = useState<Draft>(settings);
  const isChanged = POLICY_CASES.some((one) => draft[one] !== settings[one]);
  const choicesOf = (one: PolicyCase) => POLICY_CHOICES.filter((choice) => one !== 'broken' || choice !== 'accept');
  const save = () => {
    const { unsigned, foreign, changed, broken } = draft;
    const strict = broken === 'accept' ? 'warn' : broken;
    change.mutate({ unsigned, foreign, changed, broken: strict, version: settings.version });
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {POLICY_CASES.map((one) => (
          <Select
            key={one}
            label={t(`case.${one}`)}
            description={t(`help.${one}`)}
            options={choicesOf(one).map((value) => ({ value, label: t(`choice.${value}`) }))}
            value={draft[one]}
            onChange={(choice) => setDraft({ ...draft, [one]: choice })}
            isDisabled={!mayManage}
          />
        ))}
      </div>
      {change.error ? (
        <Banner tone="danger" role="alert" title={problemText(change.error).title}>
          {problemText(change.error).detail}
        </Banner>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {mayManage ? (
          <Button variant="primary" pending={change.isPending} isDisabled={!isChanged} onPress={save}>
            {t('save')}
          </Button>
        ) : null}
        <p className="text-sm text-ink-muted">
          {settings.changedAt
            ? t('changed', { when: format.dateTime(settings.changedAt), by: settings.changedBy ?? '' })
            : t('never')}
        </p>
      </div>
    </div>
  );
}
