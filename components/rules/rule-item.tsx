'use client';

import { Check, X } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Chip } from '#components/ui/chip.tsx';
import { Select } from '#components/ui/select.tsx';
import { profileModeOf, type Rule, severityOf, weightOf } from '#domain/validation/rule.ts';
import { RULE_EXAMPLES } from '#domain/validation/rule-examples.ts';
import { ALWAYS_ON } from '#domain/validation/rule-set.ts';
import { type Profile, RULE_MODES, type RuleMode } from '#domain/validation/settings.ts';

export type RuleItemProps = {
  rule: Rule;
  profile: Profile;
  /** How the organisation has it; undefined: as the profile does. */
  own: RuleMode | undefined;
  /** Of the definitions in use, those it has something to say about, 0 to 1; null while that is not known. */
  share: number | null;
  onChange?: (mode: RuleMode) => void;
};

/** One rule: what it is called, how heavily it weighs, what to do about it, a bad example put right, and its switch. */
export function RuleItem({ rule, profile, own, share, onChange }: RuleItemProps) {
  const t = useTranslations('rules');
  const locale = useLocale();
  const format = useFormat();
  const usual = profileModeOf(rule, profile);
  const mode = own ?? usual;
  const { kind = 'deterministic', also = [] } = rule;
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="flex min-w-0 flex-col gap-1.5">
        <h3 className="flex flex-wrap items-baseline gap-x-2 text-base font-semibold">
          <code className="min-w-0 font-mono text-xs font-normal break-words text-ink-muted">
            {[rule.id, ...also].join(' + ')}
          </code>
          {rule.name[locale]}
        </h3>
        <p className="max-w-prose text-sm text-ink-muted">{rule.text.advice[locale].replaceAll(/“?\{\w+\}”?/g, '…')}</p>
        <Example rule={rule} />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 text-xs text-ink-muted">
          <Chip tone="neutral">{t(`kind.${kind}`)}</Chip>
          <span>{t(`severity.${mode === 'on' ? severityOf(rule.rank) : 'low'}`)}</span>
          <span>{t('weight', { weight: format.number(weightOf(rule.rank)) })}</span>
          {share === null ? null : <span>{t('share', { share: format.percent(share) })}</span>}
        </p>
      </div>
      {onChange && rule.id !== ALWAYS_ON ? (
        <Select
          label={t('modeOf', { name: rule.name[locale] })}
          hideLabel
          value={mode}
          onChange={onChange}
          options={RULE_MODES.map((value) => ({
            value,
            label: value === usual ? t('usual', { mode: t(`mode.${value}`) }) : t(`mode.${value}`),
          }))}
        />
      ) : (
        <p className="text-sm">{rule.id === ALWAYS_ON ? t('always') : t(`mode.${mode}`)}</p>
      )}
    </li>
  );
}

function Example({ rule }: { rule: Rule }) {
  const t = useTranslations('rules');
  const example = RULE_EXAMPLES[rule.id];
  if (!example) return null;
  return (
    <ul lang="nl" className="flex max-w-prose flex-col gap-0.5 text-sm">
      <li className="flex gap-2">
        <X aria-hidden size={16} className="mt-0.5 shrink-0 text-danger-ink" />
        <span className="sr-only">{t('bad')}: </span>
        <span className="min-w-0 break-words">{example.bad === '' ? t('empty') : example.bad}</span>
      </li>
      <li className="flex gap-2">
        <Check aria-hidden size={16} className="mt-0.5 shrink-0 text-success-ink" />
        <span className="sr-only">{t('good')}: </span>
        <span className="min-w-0 break-words">{example.good}</span>
      </li>
    </ul>
  );
}
