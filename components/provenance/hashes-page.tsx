'use client';

import { FileUp, ListChecks } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useStartJob } from '#components/bulk/use-start-job.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MAX_QUERY_TERMS } from '#contract/batches.ts';
import { hashIn } from '#domain/hash-text.ts';

/** Lines of a file stay out of the field: nobody edits thousands of hashes there. */
type Source = { name: string; lines: string[] };

/** Verifies many hashes at once, as a batch. */
export function HashesPage() {
  const t = useTranslations('provenance.hashes');
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      <Allowed action="batch:start">
        <HashForm />
      </Allowed>
    </>
  );
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => line.trim() || []);
}

function HashForm() {
  const t = useTranslations('provenance.hashes');
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [source, setSource] = useState<Source | null>(null);
  const [asked, setAsked] = useState(false);
  const settled = useDeferredValue(text);
  const lines = useMemo(() => source?.lines ?? linesOf(settled), [source, settled]);
  const wrong = useMemo(() => lines.filter((line) => hashIn(line) === null).length, [lines]);
  const tooMany = lines.length > MAX_QUERY_TERMS;
  const { start, isPending, error } = useStartJob(() => setAsked(false));
  const press = () => {
    setAsked(true);
    if (lines.length > 0 && !tooMany) start([{ operation: 'verify_hashes', hashes: lines }]);
  };
  const take = async (file: File | undefined) => {
    if (file) setSource({ name: file.name, lines: linesOf(await file.text()) });
  };
  return (
    <div className="flex flex-col gap-5">
      {error ? (
        <Banner tone="danger" role="alert" title={problemText(error).title}>
          {problemText(error).detail}
        </Banner>
      ) : null}
      <Card title={t('hashes')}>
        <div className="flex flex-col gap-3">
          {source ? (
            <div className="flex flex-wrap items-center gap-3 text-sm">
              <span className="break-all">{t('fromFile', { name: source.name, count: source.lines.length })}</span>
              <Button size="small" onPress={() => setSource(null)}>
                {t('remove')}
              </Button>
            </div>
          ) : (
            <TextField
              label={t('input')}
              description={t('inputHelp', { most: MAX_QUERY_TERMS })}
              rows={8}
              value={text}
              onChange={setText}
              spellCheck="false"
              error={asked && lines.length === 0 ? t('none') : undefined}
              className="[&_textarea]:font-mono [&_textarea]:text-xs"
            />
          )}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
            <FileTrigger
              acceptedFileTypes={['.txt', '.sha256', 'text/plain']}
              onSelect={(list) => void take(list?.[0])}
            >
              <Button icon={<FileUp aria-hidden size={16} />}>{t('choose')}</Button>
            </FileTrigger>
            <span role="status" className="text-ink-muted">
              {lines.length > 0 ? t('count', { count: lines.length }) : ''}{' '}
              {wrong > 0 ? <span className="text-warning-ink">{t('wrong', { count: wrong })}</span> : null}
              {tooMany ? <span className="text-danger-ink">{t('tooMany', { most: MAX_QUERY_TERMS })}</span> : null}
            </span>
          </div>
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary" icon={<ListChecks aria-hidden size={16} />} pending={isPending} onPress={press}>
          {t('start')}
        </Button>
        <p className="text-sm text-ink-muted">{t('offline')}</p>
      </div>
    </div>
  );
}
