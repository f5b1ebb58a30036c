'use client';

import { LocateFixed } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Score } from '#components/definitions/score.tsx';
import { SeverityBadge } from '#components/statuses/severity-badge.tsx';
import { useFieldLabel } from '#components/text-diff/use-field-label.ts';
import { Button } from '#components/ui/button.tsx';
import type { DefinitionContent } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import { findingText } from '#domain/finding-texts.ts';
import { MarkedText } from './marked-text.tsx';
import { ReviewQuestionList } from './review-question-list.tsx';
import { useLiveCheck } from './use-live-check.ts';

export type LiveCheckPanelProps = {
  /** As it would be saved now. */
  content: DefinitionContent;
  /** Leads to a place in the text of the definition; without it findings lead nowhere. */
  onShow?: (start: number, end: number) => void;
};

/** How what is being typed stands: score, verdict, the text with the words at issue marked, and each finding with advice. */
export function LiveCheckPanel({ content, onShow }: LiveCheckPanelProps) {
  const t = useTranslations('rules.live');
  const check = useLiveCheck(content);
  if (check.state === 'loading') return <p className="text-sm text-ink-muted">{t('loading')}</p>;
  if (check.state === 'failed') return <p className="text-sm text-ink-muted">{t('failed')}</p>;
  const { findings, score, verdict } = check.validation;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Score score={score} verdict={verdict} />
        <p className="max-w-prose min-w-48 grow basis-0 text-sm text-ink-muted">{t('hint')}</p>
      </div>
      {findings.length === 0 ? (
        <p className="text-sm">{t('none')}</p>
      ) : (
        <>
          <MarkedText content={check.content} findings={findings} />
          <ul className="grid gap-2 lg:grid-cols-2" aria-label={t('findings')}>
            {findings.map((finding) => (
              <LiveFinding key={finding.code} finding={finding} {...(onShow ? { onShow } : {})} />
            ))}
          </ul>
        </>
      )}
      <ReviewQuestionList />
    </div>
  );
}

type LiveFindingProps = { finding: Finding; onShow?: (start: number, end: number) => void };

function LiveFinding({ finding, onShow }: LiveFindingProps) {
  const t = useTranslations('rules.live');
  const locale = useLocale();
  const label = useFieldLabel();
  const { message, advice } = findingText(finding, locale);
  const { start, end } = finding.params ?? {};
  const isInText = finding.field === 'definition' && typeof start === 'number' && typeof end === 'number';
  return (
    <li className="flex min-w-0 flex-col gap-1 rounded-md border border-line bg-surface p-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <SeverityBadge severity={finding.severity} />
        <code className="font-mono text-xs text-ink-muted">{finding.code}</code>
        {finding.field && finding.field !== 'definition' ? (
          <span className="text-xs text-ink-muted">{label(finding.field)}</span>
        ) : null}
      </div>
      <p className="font-medium break-words">{message}</p>
      <p className="break-words text-ink-muted">{advice}</p>
      {isInText && onShow ? (
        <Button
          size="small"
          variant="quiet"
          className="mt-auto self-start"
          icon={<LocateFixed aria-hidden size={14} />}
          aria-label={t('showOf', { code: finding.code })}
          onPress={() => onShow(start, end)}
        >
          {t('show')}
        </Button>
      ) : null}
    </li>
  );
}
