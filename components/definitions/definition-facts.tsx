'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Chip, type Tone } from '#components/ui/chip.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Definition } from '#contract/definitions.ts';
import { Fact } from './facts.tsx';
import { LegalText } from './legal-text.tsx';
import { SharingFact } from './sharing-fact.tsx';
import { useLanguageName } from './use-language-name.ts';

export type DefinitionFactsProps = { definition: Definition; columns?: 1 | 2 };

/** Everything about a definition that is neither its text nor how it stands. */
export function DefinitionFacts({ definition, columns = 1 }: DefinitionFactsProps) {
  const t = useTranslations();
  const label = useFieldLabel();
  const { language } = definition;
  return (
    <dl className={cx('grid min-w-0 gap-x-8', columns === 2 && 'sm:grid-cols-2')}>
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
      <Fact name={t('definitions.sharing.title')}>
        <SharingFact definition={definition} />
      </Fact>
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
        <li key={value}>
          <LegalText text={value} />
        </li>
      ))}
    </ul>
  );
}

function LanguageAndValidity({ definition }: { definition: Definition }) {
  const t = useTranslations('definitions.read');
  const label = useFieldLabel();
  const format = useFormat();
  const languageName = useLanguageName();
  const from = definition.validFrom ? format.date(definition.validFrom) : null;
  const until = definition.validUntil ? format.date(definition.validUntil) : null;
  return (
    <>
      <Fact name={label('language')}>{languageName(definition.language)}</Fact>
      <Fact name={t('validity')}>
        {from && until ? t('validBetween', { from, until }) : null}
        {from && !until ? t('validFrom', { date: from }) : null}
        {!from && until ? t('validUntil', { date: until }) : null}
        {!from && !until ? t('always') : null}
      </Fact>
    </>
  );
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
