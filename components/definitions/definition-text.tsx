'use client';

import { useTranslations } from 'use-intl';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import type { DefinitionContent, Examples } from '#domain/definition.ts';
import { CaseReferenceList } from './case-reference-list.tsx';
import { Section } from './facts.tsx';
import { RelationList } from './relation-list.tsx';
import { SourceList } from './source-list.tsx';

export type DefinitionTextProps = { content: DefinitionContent; level: 2 | 3 };

/** What a definition says, in its own language: the text, its explanation, examples and what it refers to. */
export function DefinitionText({ content, level }: DefinitionTextProps) {
  const label = useFieldLabel();
  const lang = content.language;
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Section title={label('definition')} level={level}>
        <p lang={lang} className="max-w-prose text-lg leading-relaxed break-words whitespace-pre-line">
          {content.definition}
        </p>
      </Section>
      {content.explanation ? (
        <Section title={label('explanation')} level={level}>
          <p lang={lang} className="max-w-prose leading-relaxed break-words whitespace-pre-line">
            {content.explanation}
          </p>
        </Section>
      ) : null}
      <ExampleList examples={content.examples} lang={lang} level={level} />
      <Words content={content} level={level} />
      {content.sources.length > 0 ? (
        <Section title={label('sources')} level={level}>
          <SourceList sources={content.sources} />
        </Section>
      ) : null}
      {content.caseReferences.length > 0 ? (
        <Section title={label('caseReferences')} level={level}>
          <CaseReferenceList references={content.caseReferences} />
        </Section>
      ) : null}
      {content.relations.length > 0 ? (
        <Section title={label('relations')} level={level}>
          <RelationList relations={content.relations} lang={lang} />
        </Section>
      ) : null}
    </div>
  );
}

function ExampleList({ examples, lang, level }: { examples: Examples; lang: string; level: 2 | 3 }) {
  const t = useTranslations('definitions.example');
  const label = useFieldLabel();
  const kinds = (['sentence', 'practical', 'counter'] as const).filter((kind) => examples[kind].length > 0);
  if (kinds.length === 0) return null;
  return (
    <Section title={label('examples')} level={level}>
      <dl className="flex max-w-prose flex-col gap-3">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt className="text-xs text-ink-muted">{t(kind)}</dt>
            {examples[kind].map((example) => (
              <dd
                key={example}
                lang={lang}
                className="mt-1 border-l-2 border-line pl-3 leading-relaxed break-words whitespace-pre-line"
              >
                {example}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Words({ content, level }: DefinitionTextProps) {
  const t = useTranslations('definitions.read');
  const label = useFieldLabel();
  const { preferredTerm, synonyms, antonyms, language } = content;
  const words = [
    { name: label('preferredTerm'), list: preferredTerm ? [preferredTerm] : [] },
    { name: label('synonyms'), list: synonyms },
    { name: label('antonyms'), list: antonyms },
  ].filter(({ list }) => list.length > 0);
  if (words.length === 0) return null;
  return (
    <Section title={t('words')} level={level}>
      <dl className="flex flex-col gap-2 text-sm">
        {words.map(({ name, list }) => (
          <div key={name} className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="text-ink-muted">{name}</dt>
            <dd lang={language} className="break-words">
              {list.join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
