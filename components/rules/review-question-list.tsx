'use client';

import { useLocale, useTranslations } from 'use-intl';
import { REVIEW_QUESTIONS } from '#domain/validation/review-questions.ts';

/** What no rule can decide and a person has to judge. */
export function ReviewQuestionList() {
  const t = useTranslations('rules.review');
  const locale = useLocale();
  return (
    <details className="rounded-md border border-line bg-surface px-3 py-2 text-sm">
      <summary className="cursor-pointer font-medium">{t('title', { count: String(REVIEW_QUESTIONS.length) })}</summary>
      <p className="mt-2 max-w-prose text-ink-muted">{t('text')}</p>
      <ul className="mt-2 flex list-disc flex-col gap-1.5 pl-5">
        {REVIEW_QUESTIONS.map(({ id, question }) => (
          <li key={id} className="max-w-prose">
            {question[locale]} <code className="font-mono text-xs text-ink-muted">{id}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
