'use client';

import { useTranslations } from 'use-intl';
import { useCollectionQuality } from '#components/api/use-quality.ts';
import { Card } from '#components/ui/card.tsx';
import { categoryOf, RULE_CATEGORIES } from '#domain/validation/rule.ts';
import { RULES } from '#domain/validation/rule-set.ts';
import type { Profile, RuleMode } from '#domain/validation/settings.ts';
import { RuleItem } from './rule-item.tsx';

type Modes = Readonly<Record<string, RuleMode>>;

export type RuleListProps = {
  profile: Profile;
  modes: Modes;
  /** Absent: they can only be read. */
  onChange?: (modes: Modes) => void;
};

/** Every rule under its category, with how often it has something to say about the definitions in use. */
export function RuleList({ profile, modes, onChange }: RuleListProps) {
  const t = useTranslations();
  const quality = useCollectionQuality();
  const shares = quality.data ? new Map(quality.data.issues.map(({ code, share }) => [code, share])) : null;
  return (
    <>
      {RULE_CATEGORIES.map((category) => {
        const rules = RULES.filter(({ id }) => categoryOf(id) === category);
        return (
          <Card
            key={category}
            title={t(`rules.category.${category}`)}
            aside={<span className="text-sm text-ink-muted">{t('rules.count', { count: rules.length })}</span>}
          >
            <ul className="-my-4 flex flex-col divide-y divide-line">
              {rules.map((rule) => (
                <RuleItem
                  key={rule.id}
                  rule={rule}
                  profile={profile}
                  own={modes[rule.id]}
                  share={shares === null ? null : (shares.get(rule.id) ?? 0)}
                  {...(onChange ? { onChange: (mode) => onChange({ ...modes, [rule.id]: mode }) } : {})}
                />
              ))}
            </ul>
          </Card>
        );
      })}
    </>
  );
}
