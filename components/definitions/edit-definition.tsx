'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import { usePatchDefinition } from '#components/api/use-patch-definition.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Definition } from '#contract/definitions.ts';
import { contentOf, type DefinitionContent } from '#domain/definition.ts';
import { checkForm, type FormErrors, placeErrors } from './check-form.ts';
import { EditBar } from './edit-bar.tsx';
import { EditForm } from './edit-form.tsx';
import { changedFields, type FormField, type FormValues, rebase, toForm, toPatch } from './form-values.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { type Base, useDraft, useKeepDraft } from './use-draft.ts';
import { VersionConflict } from './version-conflict.tsx';

export type EditDefinitionProps = {
  /** The definition as the server has it now; a newer one than editing began with is a conflict, not a surprise. */
  definition: Definition;
  etag: string;
  onDone: () => void;
};

/** Changing a definition by hand: nothing typed is ever lost, and nothing of others is overwritten. */
export function EditDefinition({ definition, etag, onDone }: EditDefinitionProps) {
  const t = useTranslations('definitions.edit');
  const problemText = useProblemText();
  const cache = useQueryClient();
  const patch = usePatchDefinition();
  const form = useRef<HTMLFormElement>(null);
  const remarks = useRef<HTMLDivElement>(null);
  const draft = useDraft(definition.id);
  const [restored] = useState(draft.read);
  const [base, setBase] = useState<Base>(() => restored?.base ?? baseOf(definition, etag));
  const [values, setValues] = useState<FormValues>(() => restored?.values ?? toForm(base.content));
  const [reason, setReason] = useState(restored?.reason ?? '');
  const [both, setBoth] = useState<FormField[]>([]);
  const [errors, setErrors] = useState<FormErrors>({});
  const [problem, setProblem] = useState<{ title: string; detail: string } | null>(null);
  const [stopping, setStopping] = useState(false);
  const changed = useMemo(() => changedFields(values, base.content), [values, base]);
  // Untrimmed, so that what is found stands where it was typed.
  const content = useMemo(
    (): DefinitionContent => ({
      ...base.content,
      ...(toPatch(values, base.content) as object),
      definition: values.definition,
    }),
    [values, base],
  );
  const isDirty = changed.length > 0 || reason !== '';
  const settled = patch.isPending || patch.isSuccess;
  useKeepDraft(
    draft.name,
    useMemo(() => (isDirty && !settled ? { base, values, reason } : null), [isDirty, settled, base, values, reason]),
  );
  const isOutdated = definition.version !== base.version && !settled;

  const refuse = (found: FormErrors, about: { title: string; detail: string } | null) => {
    setErrors(found);
    setProblem(about);
    // After the errors are drawn: to the first field that is wrong.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const save = () => {
    const found = checkForm(values, reason);
    const count = Object.keys(found).length;
    if (count > 0) {
      refuse(found, { title: t('errors.title'), detail: t('errors.summary', { count }) });
      return;
    }
    setErrors({});
    setProblem(null);
    const body = { ...toPatch(values, base.content), reason: reason.trim() };
    patch.mutate(
      { id: definition.id, etag: base.etag, patch: body },
      {
        onSuccess: (saved) => {
          draft.clear();
          showToast({
            tone: 'success',
            title: t('saved'),
            text: t('savedText', { term: saved.term, version: String(saved.version) }),
          });
          leave();
        },
        onError: failed,
      },
    );
  };

  const failed = (error: Error) => {
    const code = error instanceof ApiProblem ? error.code : null;
    if (code === 'version_conflict') {
      void cache.invalidateQueries({ queryKey: queryKeys.definition(definition.id) }).then(toRemarks);
    } else if (code === 'identity_taken') {
      refuse({ term: { key: 'identity' } }, problemText(error));
    } else if (code === 'invalid_request' && error instanceof ApiProblem) {
      const { placed, rest } = placeErrors(error.errors, [...Object.keys(values), 'reason']);
      const { title, detail } = problemText(error);
      refuse(placed, { title, detail: [detail, ...rest].join(' ') });
    } else {
      setProblem(problemText(error));
      toRemarks();
    }
  };

  /** The button is at the bottom, what there is to say about it at the top. */
  const toRemarks = () => requestAnimationFrame(() => remarks.current?.focus());

  const leave = () => {
    onDone();
    // The form that had the focus is gone.
    requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }));
  };

  const takeOver = () => {
    const next = rebase(values, base.content, contentOf(definition as DefinitionContent));
    setValues(next.values);
    setBoth(next.both);
    setBase(baseOf(definition, etag));
    announce(t('conflict.rebased', { version: String(definition.version) }));
  };

  const discard = () => {
    draft.clear();
    setStopping(false);
    leave();
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PageHeader title={<span lang={definition.language}>{definition.term}</span>} context={t('hint')} />
      <div className="flex flex-col gap-5">
        <div ref={remarks} tabIndex={-1} className="flex flex-col gap-3 empty:hidden">
          {restored ? <Banner tone="info">{t('restored')}</Banner> : null}
          {isOutdated ? (
            <VersionConflict
              base={base.content}
              latest={definition as DefinitionContent}
              version={definition.version}
              onTakeOver={takeOver}
              onDiscard={discard}
            />
          ) : null}
          {problem ? (
            <Banner tone="danger" role="alert" title={problem.title}>
              {problem.detail}
            </Banner>
          ) : null}
        </div>
        <EditForm
          values={values}
          content={content}
          onChange={(part) => setValues((current) => ({ ...current, ...part }))}
          reason={reason}
          onReason={setReason}
          errors={errors}
          both={both}
          theirs={base.content}
        />
        <EditBar
          changed={changed.length}
          pending={patch.isPending}
          blocked={isOutdated}
          onStop={() => (isDirty ? setStopping(true) : discard())}
        />
      </div>
      <LeaveGuard active={isDirty && !settled} asked={stopping} onStay={() => setStopping(false)} onDiscard={discard} />
    </form>
  );
}

function baseOf(definition: Definition, etag: string): Base {
  return { content: contentOf(definition as DefinitionContent), version: definition.version, etag };
}
