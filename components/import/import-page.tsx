'use client';

import { Columns3, History } from 'lucide-react';
import { useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import { useProgressWindow } from '#components/batches/use-progress-window.tsx';
import { Allowed } from '#components/shell/allowed.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportSteps } from './import-steps.tsx';
import { PrepareStep } from './prepare-step.tsx';
import { StartedImport } from './started-import.tsx';
import { useImportFlow } from './use-import-flow.ts';
import { Working } from './working.tsx';

/** Definitions in, on one page: file, check, preview, processing. */
export function ImportPage() {
  const t = useTranslations('import');
  const history = useTranslations('history.files');
  const [jobId, setJobId] = useQueryState('job');
  const { open } = useProgressWindow();
  const controls = useImportFlow((id) => {
    void setJobId(id, { history: 'push' });
    open(id);
  });
  const { flow, choose } = controls;
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('lead')}
        actions={
          <>
            <LinkButton href="/import/mappings" icon={<Columns3 aria-hidden size={16} />}>
              {t('mappings.title')}
            </LinkButton>
            <LinkButton href="/import/files" icon={<History aria-hidden size={16} />}>
              {history('open')}
            </LinkButton>
          </>
        }
      />
      <Allowed action="batch:start">
        <div className="flex flex-col gap-5">
          <ImportSteps flow={flow} jobId={jobId} />
          {jobId ? (
            <StartedImport jobId={jobId} onAnother={() => void setJobId(null, { history: 'push' })} />
          ) : flow.step === 'choose' ? (
            <>
              {flow.problem ? (
                <Banner tone="danger" role="alert" title={t(`again.${flow.problem}Title`)}>
                  {t(`again.${flow.problem}`)}
                </Banner>
              ) : null}
              <FileDrop onChoose={(files) => void choose(files)} />
            </>
          ) : flow.step === 'preparing' ? (
            <Working
              label={flow.count > 1 ? t('working.packing', { count: flow.count }) : t('working.looking')}
              share={flow.count > 1 ? flow.share : null}
              stopLabel={t('working.stop')}
              onStop={controls.reset}
            />
          ) : (
            <PrepareStep controls={controls} flow={flow} />
          )}
        </div>
      </Allowed>
    </>
  );
}
