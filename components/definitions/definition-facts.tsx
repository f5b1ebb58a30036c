'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { DefinitionStatusBadge } from '#components/statuses/definition-status-badge.tsx';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Chip, type Tone } from '#components/ui/chip.tsx';
import type { Definition } from '#contract/definitions.ts';
import { Fact } from './facts.tsx';
import { Score } from './score.tsx';

/** Everything about a definition that is not its text. */
export function DefinitionFacts({ definition }: { definition: Definition }) {
  const t = useTranslations();
  const label = useFieldLabel();
  const { language } = definition;
  return (
    <dl className="flex min-w-0 flex-col divide-y divide-line">
      <Fact name={label('status')}>
        <DefinitionStatusBadge status={definition.status} />
      </Fact>
      <Fact name={t('definitions.read.quality')}>
        <Score score={definition.qualityScore} verdict={definition.verdict} />
      </Fact>
      <Fact name={label('organisationalContext')}>
        <Values values={definition.organisationalContext} lang={language} />
      </Fact>
      <Fact name={label('legalContext')}>
        <Values values={definition.legalContext} lang={language} tone="info" />
      </Fact>
      <Fact name={label('legalBasis')}>
        <Lines values={definition.legalBasis} lang={language} />
      </Fact>
      <Fact name={label('category')}>{t(`statuses.category.${definition.category}`)}</Fact>
      {definition.ufoCategory ? <Fact name={label('ufoCategory')}>{definition.ufoCategory}</Fact> : null}
      {definition.chainPartners.length > 0 ? (
        <Fact name={label('chainPartners')}>
          <Values values={definition.chainPartners} lang={language} />
        </Fact>
      ) : null}
      <Fact name={label('classification')}>{t(`statuses.classification.${definition.classification}`)}</Fact>
      <LanguageAndValidity definition={definition} />
      <Origin definition={definition} />
      <Leftovers name={label('legalMetadata')} values={definition.legalMetadata} />
      <Leftovers name={label('extras')} values={definition.extras} />
    </dl>
  );
}

type ValuesProps = { values: readonly string[]; lang: string; tone?: Tone };

function Values({ values, lang, tone = 'neutral' }: ValuesProps) {
  const t = useTranslations('definitions.read');
  if (values.length === 0) return <span className="text-ink-muted">{t('none')}</span>;
  return (
    <ul lang={lang} className="flex flex-wrap gap-1">
      {values.map((value) => (
        <li key={value} className="flex max-w-full">
          <Chip tone={tone}>{value}</Chip>
        </li>
      ))}
    </ul>
  );
}

function Lines({ values, lang }: ValuesProps) {
  const t = useTranslations('definitions.read');
  if (values.length === 0) return <span className="text-ink-muted">{t('none')}</span>;
  return (
    <ul lang={lang}>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}

function LanguageAndValidity({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.read');
  const label = useFieldLabel();
  const format = useFormat();
  const locale = useLocale();
  const languages = useMemo(() => new Intl.DisplayNames(locale, { type: 'language' }), [locale]);
  const from = definition.validFrom ? format.date(definition.validFrom) : null;
  const until = definition.validUntil ? format.date(definition.validUntil) : null;
  return (
    <>
      <Fact name={label('language')}>{languageName(languages, definition.language)}</Fact>
      <Fact name={t('validity')}>
        {from && until ? t('validBetween', { from, until }) : null}
        {from && !until ? t('validFrom', { date: from }) : null}
        {!from && until ? t('validUntil', { date: until }) : null}
        {!from && !until ? t('always') : null}
      </Fact>
    </>
  );
}

/** A language tag in words; a tag that is none stays as it is. */
function languageName(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function Origin({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.read');
  const format = useFormat();
  const moment = (at: string, name: string | null) =>
    name ? t('byOn', { date: format.dateTime(at), name }) : format.dateTime(at);
  return (
    <>
      <Fact name={t('organisation')}>{definition.organisation.name}</Fact>
      <Fact name={t('updated')}>
        {moment(definition.updatedAt, definition.updatedBy)}
        <span className="text-ink-muted"> ({t('version', { version: String(definition.version) })})</span>
      </Fact>
      <Fact name={t('created')}>{moment(definition.createdAt, definition.createdBy)}</Fact>
      <Fact name={t('identifier')}>
        <code className="font-mono text-xs break-all">{definition.id}</code>
      </Fact>
      <Fact name={t('ruleSet')}>{definition.ruleSetVersion}</Fact>
    </>
  );
}

/** Columns of a source that have no field of their own, kept as they came. */
function Leftovers({ name, values }: { name: string; values: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <Fact name={name}>
      <ul className="flex flex-col gap-1">
        {entries.map(([key, value]) => (
          <li key={key} className="break-words">
            <span className="text-ink-muted">{key}: </span>
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
