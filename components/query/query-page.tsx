'use client';

import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { AdvancedOptions } from '#components/bulk/advanced-options.tsx';
import { BatchName, BatchPriority, PLAIN_BATCH, toBatch } from '#components/bulk/batch-fields.tsx';
import { engineProblems, SAFE_ENGINE, toEngineOptions } from '#components/bulk/engine-choices.ts';
import { useStartJob } from '#components/bulk/use-start-job.ts';
import { StartMoment } from '#components/planning/start-moment.tsx';
import { useStartMoment } from '#components/planning/use-start-moment.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { PageTitle } from '#components/shell/page-title.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { type QueryChoices, QueryOptions, SAFE_QUERY, toQueryOptions } from './query-options.tsx';
import { readTerms } from './read-terms.ts';
import { TermCount } from './term-count.tsx';
import { TermInput } from './term-input.tsx';
import { linesIn, NO_TERMS } from './term-source.ts';

/** Looks up many terms at once; the answers come as files. */
export function QueryPage() {
  const t = useTranslations('query');
  return (
    <>
      <PageTitle title={t('title')} />
      <PageHeader title={t('title')} context={t('lead')} />
      <Allowed action="batch:start">
        <QueryForm />
      </Allowed>
    </>
  );
}

function QueryForm() {
  const t = useTranslations('query');
  const problemText = useProblemText();
  const form = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState(NO_TERMS);
  const [choices, setChoices] = useState<QueryChoices>(SAFE_QUERY);
  const [engine, setEngine] = useState(SAFE_ENGINE);
  const [batch, setBatch] = useState(PLAIN_BATCH);
  const moment = useStartMoment();
  const [asked, setAsked] = useState(false);
  // Reading thousands of lines takes longer than a key may.
  const settled = useDeferredValue(source);
  const read = useMemo(() => readTerms(linesIn(settled)), [settled]);
  const { start, isPending, error } = useStartJob(() => setAsked(false));
  const isReady = read.terms.length > 0 && !read.tooMany && choices.formats.length > 0;

  const press = () => {
    setAsked(true);
    const when = moment.read();
    if (isReady && when && engineProblems(engine, false).length === 0) {
      const options = { ...toEngineOptions(engine, false), ...toQueryOptions(choices) };
      start([{ operation: 'query', terms: read.terms, options }], { ...toBatch(batch), ...when });
    } else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <div ref={form} className="flex flex-col gap-5">
      {error ? <ErrorState title={problemText(error).title}>{problemText(error).detail}</ErrorState> : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t('terms')} className="min-w-0">
          <TermInput
            source={source}
            onChange={setSource}
            error={asked && read.terms.length === 0 ? t('noTerms') : undefined}
          />
          <TermCount read={read} />
        </Card>
        <Card title={t('options')}>
          <div className="flex flex-col gap-5 text-sm">
            <QueryOptions choices={choices} onChange={setChoices} asked={asked} />
            <BatchName choices={batch} onChange={setBatch} />
            <StartMoment moment={moment} />
            <AdvancedOptions choices={engine} onChange={setEngine} errorModes={[]}>
              <BatchPriority choices={batch} onChange={setBatch} />
            </AdvancedOptions>
          </div>
        </Card>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary" icon={<Search aria-hidden size={16} />} pending={isPending} onPress={press}>
          {read.terms.length > 0 ? t('startCount', { count: read.terms.length }) : t('start')}
        </Button>
        <p className="text-sm text-ink-muted">{t('nothingChanges')}</p>
      </div>
    </div>
  );
}
