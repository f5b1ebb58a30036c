'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMe } from '#components/api/use-me.ts';
import { useReviews } from '#components/api/use-reviews.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Definition } from '#contract/definitions.ts';
import { REVIEW_QUESTIONS } from '#domain/validation/review-questions.ts';
import { ReviewQuestionItem } from './review-question-item.tsx';

export type ReviewChecklistProps = { definition: Definition; level: 2 | 3 };

/** What no rule can decide, with what people answered: about this version, or about an earlier one that it was asked of. */
export function ReviewChecklist({ definition, level }: ReviewChecklistProps) {
  const t = useTranslations('definitions.review');
  const common = useTranslations('common');
  const me = useMe().data;
  const reviews = useReviews(definition.id);
  const mayAnswer =
    (me?.actions.includes('definition:review') ?? false) &&
    me?.organisation.id === definition.organisation.id &&
    definition.deletedAt === null;
  const Heading = level === 2 ? 'h2' : 'h3';
  const answered = new Set(
    reviews.data?.items.filter(({ version }) => version === definition.version).map(({ ruleId }) => ruleId),
  ).size;
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-col gap-0.5">
        <Heading className="text-base font-semibold">{t('title')}</Heading>
        <p className="max-w-prose text-sm text-ink-muted">
          {t('text')}{' '}
          {reviews.data ? t('progress', { answered: String(answered), total: String(REVIEW_QUESTIONS.length) }) : null}
        </p>
      </div>
      {reviews.isPending ? <SkeletonRows rows={3} label={common('loading')} /> : null}
      {reviews.isError ? <LoadError query={reviews} /> : null}
      {reviews.data ? (
        <ul className="flex flex-col gap-2">
          {REVIEW_QUESTIONS.map((question) => (
            <ReviewQuestionItem
              key={question.id}
              question={question}
              definition={definition}
              answers={reviews.data.items.filter(({ ruleId }) => ruleId === question.id)}
              mayAnswer={mayAnswer}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
