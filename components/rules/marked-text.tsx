'use client';

import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { markedParts } from './marked-parts.ts';

export type MarkedTextProps = {
  content: Pick<DefinitionContent, 'definition' | 'language'>;
  findings: readonly Finding[];
};

/** The definition with the words at issue marked: by a line under them and a ground, the grave ones by a thicker line. */
export function MarkedText({ content, findings }: MarkedTextProps) {
  const t = useTranslations('rules.live');
  const parts = markedParts(content.definition, findings);
  if (!parts.some((part) => part.findings.length > 0)) return null;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="text-xs text-ink-muted">{t('marked')}</figcaption>
      <p
        lang={content.language}
        className="max-w-prose rounded-md border border-line bg-sunken px-3 py-2 leading-relaxed break-words whitespace-pre-line"
      >
        {parts.map((part) => {
          if (part.findings.length === 0) return part.text;
          const about = part.findings.flatMap((index) => findings[index] ?? []);
          const isGrave = about.some(({ severity }) => severity === 'warning');
          return (
            <mark
              key={part.start}
              title={about.map(({ code }) => code).join(', ')}
              className={cx(
                'rounded-sm px-0.5 underline underline-offset-4',
                isGrave ? 'bg-warning text-warning-ink decoration-2' : 'bg-info text-info-ink decoration-dotted',
              )}
            >
              {part.text}
            </mark>
          );
        })}
      </p>
    </figure>
  );
}
