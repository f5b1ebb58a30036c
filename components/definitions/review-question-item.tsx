'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useAnswerReview } from '#components/api/use-reviews.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusBadge } from '#components/ui/chip.tsx';
import { cx } from '#components/ui/cx.ts';
import { announce } from '#components/ui/live-region.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Definition } from '#contract/definitions.ts';
import { REMARK_LENGTH, type Review } from '#contract/reviews.ts';
import { REVIEW_ANSWERS, type ReviewAnswer, type ReviewQuestion } from '#domain/validation/review-questions.ts';

export type ReviewQuestionItemProps = {
  question: ReviewQuestion;
  definition: Definition;
  /** Of this question, the newest version first. */
  answers: readonly Review[];
  mayAnswer: boolean;
};

/** One question: its answer about this version, or what was answered about the one before, and the ways to answer it. */
export function ReviewQuestionItem({ question, definition, answers, mayAnswer }: ReviewQuestionItemProps) {
  const t = useTranslations('definitions.review');
  const locale = useLocale();
  const problemText = useProblemText();
  const cache = useQueryClient();
  const [isRemarking, setRemarking] = useState(false);
  const change = useAnswerReview(definition.id);
  const current = answers.find(({ version }) => version === definition.version) ?? null;
  const earlier = answers.filter((one) => one !== current);
  const { title, detail } = problemText(change.error);
  const isOutdated = change.error instanceof ApiProblem && change.error.code === 'version_conflict';
  const send = (answer: ReviewAnswer | null, remark: string | null) =>
    change.mutate(
      { ruleId: question.id, version: definition.version, answer, remark },
      {
        onSuccess: () => {
          setRemarking(false);
          announce(answer ? t('kept', { answer: t(answer) }) : t('takenBack'));
        },
      },
    );
  return (
    <li className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-surface p-3 text-sm">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <p className="max-w-prose min-w-56 grow basis-0">
          <span className="font-medium">{question.question[locale]}</span>{' '}
          <code className="font-mono text-xs whitespace-nowrap text-ink-muted">{question.id}</code>
        </p>
        {mayAnswer ? (
          <Answers question={question} current={current} isBusy={change.isPending} onAnswer={send} />
        ) : current ? null : (
          <span className="text-ink-muted">{t('open')}</span>
        )}
      </div>
      {current ? <Answered review={current} isShownBeside={mayAnswer} /> : null}
      {earlier.length > 0 ? <Earlier reviews={earlier} isCurrentOpen={current === null} /> : null}
      {mayAnswer && current && !isRemarking ? (
        <div className="-mx-3 -my-1 flex flex-wrap">
          <Button size="small" variant="quiet" onPress={() => setRemarking(true)}>
            {current.remark ? t('changeRemark') : t('addRemark')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => send(null, null)}>
            {t('takeBack')}
          </Button>
        </div>
      ) : null}
      {current && isRemarking ? (
        <Remark
          current={current}
          isBusy={change.isPending}
          onSave={(remark) => send(current.answer, remark)}
          onStop={() => setRemarking(false)}
        />
      ) : null}
      {change.error ? (
        <Banner
          tone="danger"
          role="alert"
          title={title}
          action={
            isOutdated ? (
              <Button
                size="small"
                onPress={() => {
                  change.reset();
                  void cache.invalidateQueries({ queryKey: queryKeys.definition(definition.id) });
                }}
              >
                {t('readAgain')}
              </Button>
            ) : null
          }
        >
          {isOutdated ? t('outdated') : detail}
        </Banner>
      ) : null}
    </li>
  );
}

type AnswersProps = {
  question: ReviewQuestion;
  current: Review | null;
  isBusy: boolean;
  onAnswer: (answer: ReviewAnswer, remark: string | null) => void;
};

function Answers({ question, current, isBusy, onAnswer }: AnswersProps) {
  const t = useTranslations('definitions.review');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would take its legend along into the row
    <div role="group" aria-label={t('answerTo', { rule: question.id })} className="flex gap-1">
      {REVIEW_ANSWERS.map((answer) => (
        <Button
          key={answer}
          size="small"
          variant={current?.answer === answer ? 'primary' : 'secondary'}
          aria-pressed={current?.answer === answer}
          isDisabled={isBusy}
          className="min-w-16"
          icon={answer === 'yes' ? <Check aria-hidden size={14} /> : <X aria-hidden size={14} />}
          onPress={() => (current?.answer === answer ? undefined : onAnswer(answer, current?.remark ?? null))}
        >
          {t(answer)}
        </Button>
      ))}
    </div>
  );
}

/** `isShownBeside`: the pressed button says the answer already. */
function Answered({
  review,
  prefix,
  isShownBeside = false,
}: {
  review: Review;
  prefix?: string;
  isShownBeside?: boolean;
}) {
  const t = useTranslations('definitions.review');
  const format = useFormat();
  const { answer, answeredBy, answeredAt, remark } = review;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted">
        {prefix ? <span>{prefix}</span> : null}
        {isShownBeside ? null : (
          <StatusBadge tone={answer === 'yes' ? 'success' : 'warning'} icon={answer === 'yes' ? Check : X}>
            {t(answer)}
          </StatusBadge>
        )}
        <span>
          {t(isShownBeside ? 'answeredBy' : 'by', {
            name: answeredBy ?? t('nobody'),
            date: format.dateTime(answeredAt),
          })}
        </span>
      </p>
      {remark ? <p className="max-w-prose break-words whitespace-pre-line">{remark}</p> : null}
    </div>
  );
}

/** The answer before, in sight while this version has none; the others on demand. */
function Earlier({ reviews, isCurrentOpen }: { reviews: readonly Review[]; isCurrentOpen: boolean }) {
  const t = useTranslations('definitions.review');
  const [last, ...others] = isCurrentOpen ? reviews : [undefined, ...reviews];
  return (
    <div className={cx('flex flex-col gap-2', isCurrentOpen && 'border-l-2 border-line-strong pl-3')}>
      {last ? <Answered review={last} prefix={t('atVersion', { version: String(last.version) })} /> : null}
      {others.length > 0 ? (
        <details className="text-ink-muted">
          <summary className="min-h-6 cursor-pointer">{t('earlier', { count: others.length })}</summary>
          <ul className="mt-2 flex flex-col gap-2">
            {others.map((review) =>
              review ? (
                <li key={review.version}>
                  <Answered review={review} prefix={t('atVersion', { version: String(review.version) })} />
                </li>
              ) : null,
            )}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

type RemarkProps = { current: Review; isBusy: boolean; onSave: (remark: string | null) => void; onStop: () => void };

function Remark({ current, isBusy, onSave, onStop }: RemarkProps) {
  const t = useTranslations('definitions.review');
  const common = useTranslations('common');
  const [remark, setRemark] = useState(current.remark ?? '');
  return (
    <div className="flex max-w-prose flex-col gap-2">
      <TextField label={t('remark')} rows={3} maxLength={REMARK_LENGTH} autoFocus value={remark} onChange={setRemark} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" pending={isBusy} onPress={() => onSave(remark.trim() || null)}>
          {t('keepRemark')}
        </Button>
        <Button size="small" onPress={onStop}>
          {common('cancel')}
        </Button>
      </div>
    </div>
  );
}
