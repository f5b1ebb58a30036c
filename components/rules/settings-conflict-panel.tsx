'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Button } from '#components/ui/button.tsx';
import type { RuleSettingsAnswer } from '#contract/rule-settings.ts';
import { RULES } from '#domain/validation/rule-set.ts';
import type { RuleMode } from '#domain/validation/settings.ts';
import type { SettingsDifference } from './settings-conflict.ts';

export type SettingsConflictPanelProps = {
  latest: RuleSettingsAnswer;
  differences: readonly SettingsDifference[];
  onTakeOver: () => void;
  onDiscard: () => void;
};

/** Somebody else saved first: what they changed, and the ways on from here. Nothing that was typed is gone. */
export function SettingsConflictPanel({ latest, differences, onTakeOver, onDiscard }: SettingsConflictPanelProps) {
  const t = useTranslations('rules.conflict');
  const format = useFormat();
  const { changedAt, changedBy } = latest;
  return (
    <section role="alert" className="overflow-hidden rounded-md border border-warning-fill">
      <div className="bg-warning px-4 py-3 text-sm text-warning-ink">
        <p className="font-semibold">{t('title')}</p>
        <p>{t('text', { name: changedBy ?? '', date: changedAt ? format.dateTime(changedAt) : '' })}</p>
      </div>
      <div className="flex flex-col gap-4 bg-surface p-4 text-sm">
        {differences.length === 0 ? <p>{t('nothing')}</p> : null}
        <ul className="flex flex-col gap-2 empty:hidden">
          {differences.map((difference) => (
            <li key={difference.part === 'mode' ? difference.ruleId : difference.part} className="min-w-0 break-words">
              <Difference difference={difference} />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" className="whitespace-normal" onPress={onTakeOver}>
            {t('keepMine')}
          </Button>
          <Button className="whitespace-normal" onPress={onDiscard}>
            {t('discard')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Difference({ difference }: { difference: SettingsDifference }) {
  const t = useTranslations('rules');
  const locale = useLocale();
  const mode = (value: RuleMode | undefined) => (value ? t(`mode.${value}`) : t('conflict.asProfile'));
  if (difference.part === 'profile') {
    const { before, after, isMineToo } = difference;
    return (
      <>
        <FromTo label={t('profile.title')} before={t(`profile.${before}.name`)} after={t(`profile.${after}.name`)} />
        <MineToo shown={isMineToo} />
      </>
    );
  }
  if (difference.part === 'mode') {
    const { ruleId, before, after, isMineToo } = difference;
    const name = RULES.find(({ id }) => id === ruleId)?.name[locale] ?? '';
    return (
      <>
        <FromTo label={`${ruleId} ${name}`} before={mode(before)} after={mode(after)} />
        <MineToo shown={isMineToo} />
      </>
    );
  }
  const { part, added, removed } = difference;
  return (
    <div>
      <span className="font-medium">{t(`words.${part}`)}:</span>
      <ul lang="nl" className="mt-1 flex flex-col gap-0.5 pl-4">
        {removed.map((line) => (
          <li key={line}>
            <Before>{line}</Before>
          </li>
        ))}
        {added.map((line) => (
          <li key={line}>
            <After>{line}</After>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FromTo({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <>
      <span className="font-medium">{label}:</span> <Before>{before}</Before> <After>{after}</After>
    </>
  );
}

function Before({ children }: { children: string }) {
  const t = useTranslations('definitions.diff');
  return (
    <>
      <span className="sr-only">{t('removed')} </span>
      <del className="rounded-sm bg-danger px-0.5 text-danger-ink decoration-1">{children}</del>
    </>
  );
}

function After({ children }: { children: string }) {
  const t = useTranslations('definitions.diff');
  return (
    <>
      <span className="sr-only">{t('added')} </span>
      <ins className="rounded-sm bg-success px-0.5 text-success-ink decoration-1 underline-offset-2">{children}</ins>
    </>
  );
}

function MineToo({ shown }: { shown: boolean }) {
  const t = useTranslations('rules.conflict');
  return shown ? <span className="text-ink-muted"> {t('mineToo')}</span> : null;
}
