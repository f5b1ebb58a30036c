'use client';

import { useQueryClient } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { LoadError } from '#components/api/load-error.tsx';
import { useCorrectItem } from '#components/api/use-correct-item.ts';
import { useItemContent } from '#components/api/use-item-content.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ItemContent } from '#contract/corrections.ts';
import type { Finding } from '#domain/finding.ts';
import { CorrectionField } from './correction-field.tsx';
import { FORM_FIELDS, type FormField, fieldsWith, MAIN_FIELDS, recordField, textOf } from './correction-fields.ts';
import { hasErrorNow, useCheckedRecord } from './use-checked-record.ts';
import { useKeptDraft } from './use-kept-draft.ts';

export type CorrectItemProps = {
  jobId: string;
  position: number;
  /** The job has ended: saving is followed by doing the item again. Null: the plan waits, and takes it at once. */
  onAgain: (() => void) | null;
  pendingAgain?: boolean;
  onClose: () => void;
};

/** Putting one item of an import right: what its file had, checked while one types, saved as one item of the plan. */
export function CorrectItem(props: CorrectItemProps) {
  const common = useTranslations('common');
  const content = useItemContent(props.jobId, props.position);
  if (content.data) return <Form {...props} content={content.data} />;
  if (content.isPending) return <SkeletonRows rows={6} label={common('loading')} />;
  return <LoadError query={content} />;
}

function Form({
  jobId,
  position,
  onAgain,
  pendingAgain = false,
  onClose,
  content,
}: CorrectItemProps & { content: ItemContent }) {
  const t = useTranslations('corrections');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const cache = useQueryClient();
  const save = useCorrectItem(jobId);
  const form = useRef<HTMLFormElement>(null);
  const { typed, setTyped, restored } = useKeptDraft(jobId, position);
  // What somebody else made of it meanwhile does not change what is being typed here; see `Changed`.
  const [base, setBase] = useState(content);
  const [problem, setProblem] = useState<{ title: string; detail: string } | null>(null);
  const [changedBy, setChangedBy] = useState<ItemContent | null>(null);
  const fields = useMemo(() => fieldsWith(base.fields, typed), [base, typed]);
  const { findings, errors } = useCheckedRecord(fields);
  const wrongAtFirst = useFirst(findings);
  const language = typeof fields.language === 'string' ? fields.language : 'nl';
  const textIn = (field: FormField) => typed[field] ?? textOf(base.fields, field);
  useFocusOnOpen(form);

  const store = (then: (() => void) | null) => {
    setProblem(null);
    save.mutate(
      { position, revision: base.revision, correction: { fields } },
      {
        onSuccess: (saved) => {
          setTyped({});
          setBase(saved);
          const left = saved.item.findings.filter(({ severity }) => severity === 'error').length;
          announce(then || left === 0 ? t('savedRight') : t('savedWrong', { count: left }));
          if (then) then();
          else if (onAgain || left === 0) onClose();
        },
        onError: (error) => {
          if (error instanceof ApiProblem && error.code === 'item_changed') void lookAgain();
          else setProblem(problemText(error));
        },
      },
    );
  };
  const lookAgain = async () => {
    const key = ['jobs', jobId, 'items', 'one', position, 'content'];
    await cache.refetchQueries({ queryKey: key });
    setChangedBy(cache.getQueryData<ItemContent>(key) ?? null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onAgain && hasErrorNow(fields)) {
      focusFirstWrong(form.current);
      return;
    }
    store(onAgain);
  };
  const isFirst = (field: FormField) => MAIN_FIELDS.includes(field) || wrongAtFirst.has(recordField(field));
  const more = FORM_FIELDS.filter((field) => !isFirst(field));
  const fieldOf = (field: FormField) => (
    <CorrectionField
      key={field}
      field={field}
      text={textIn(field)}
      onChange={(text) => setTyped((before) => ({ ...before, [field]: text }))}
      findings={findings.filter((finding) => isAbout(finding, field))}
      lang={language}
    />
  );
  return (
    <form ref={form} noValidate onSubmit={submit} aria-label={t('title')} className="flex flex-col gap-4">
      {restored ? <Banner tone="info">{t('restored')}</Banner> : null}
      {base.unreadable === null ? null : <Unreadable text={base.unreadable} />}
      {changedBy ? (
        <Changed
          content={changedBy}
          onKeep={() => {
            setBase({ ...base, revision: changedBy.revision });
            setChangedBy(null);
          }}
          onTake={() => {
            setTyped({});
            setBase(changedBy);
            setChangedBy(null);
          }}
        />
      ) : null}
      {problem ? (
        <Banner tone="danger" role="alert" title={problem.title}>
          {problem.detail}
        </Banner>
      ) : null}
      {FORM_FIELDS.filter(isFirst).map(fieldOf)}
      <details className="rounded-md border border-line">
        <summary className="min-h-10 cursor-pointer px-3 py-2 text-sm font-medium">{t('more')}</summary>
        <div className="flex flex-col gap-4 p-3 pt-1">{more.map(fieldOf)}</div>
      </details>
      <div className="sticky -bottom-5 z-10 -mx-5 -mb-5 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-5 pt-3 pb-7">
        <p
          role="status"
          className={errors > 0 ? 'basis-full text-sm text-danger-ink' : 'basis-full text-sm text-success-ink'}
        >
          {errors > 0 ? t('errors', { count: errors }) : t('ready')}
        </p>
        <Button
          type="submit"
          variant="primary"
          pending={save.isPending || pendingAgain}
          isDisabled={changedBy !== null}
        >
          {onAgain ? t('again') : t('save')}
        </Button>
        {onAgain ? (
          <Button pending={save.isPending} isDisabled={changedBy !== null} onPress={() => store(null)}>
            {t('keep')}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          onPress={() => {
            setTyped({});
            onClose();
          }}
        >
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Of the examples a finding does not say which kind it is about. */
function isAbout({ field }: Finding, of: FormField): boolean {
  if (field === 'examples') return of === 'examples.sentence';
  return field === of;
}

/** The fields that were wrong when the form opened: they stay where they are while they are put right. */
function useFirst(findings: readonly Finding[]): ReadonlySet<string> {
  const [first] = useState(
    () => new Set(findings.flatMap(({ field, severity }) => (severity === 'error' && field ? field : []))),
  );
  return first;
}

function useFocusOnOpen(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => focusFirstWrong(form.current), [form]);
}

/** To the first field that is wrong, whatever it is made of; to the first of all when none is. */
function focusFirstWrong(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[data-wrong] :is(input, textarea, button)');
  (wrong ?? form?.querySelector<HTMLElement>('input, textarea'))?.focus();
}

function Unreadable({ text }: { text: string }) {
  const t = useTranslations('corrections');
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm font-medium">{t(text === '' ? 'noText' : 'unreadable')}</p>
      {text === '' ? null : (
        <section
          aria-label={t('unreadable')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="max-h-48 overflow-auto rounded-md border border-line bg-sunken p-3"
        >
          <pre className="text-xs whitespace-pre-wrap break-words">{text}</pre>
        </section>
      )}
    </div>
  );
}

/** Somebody else put it right first: what that came to, and the ways on from here. */
function Changed({ content, onKeep, onTake }: { content: ItemContent; onKeep: () => void; onTake: () => void }) {
  const t = useTranslations('corrections.changed');
  const format = useFormat();
  const { by = null, at = '' } = content.corrected ?? {};
  return (
    <Banner
      tone="warning"
      role="alert"
      title={t('title')}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" onPress={onKeep}>
            {t('keep')}
          </Button>
          <Button size="small" onPress={onTake}>
            {t('take')}
          </Button>
        </span>
      }
    >
      {t('text', { by: by ?? '–', when: at ? format.dateTime(at) : '', term: content.item.term ?? '–' })}
    </Banner>
  );
}

/** The way to the form, from an item that can still be put right. */
export function CorrectButton({ isEnded, onPress }: { isEnded: boolean; onPress: () => void }) {
  const t = useTranslations('corrections');
  return (
    <Button size="small" icon={<PencilLine aria-hidden size={16} />} onPress={onPress}>
      {t(isEnded ? 'openAgain' : 'open')}
    </Button>
  );
}
