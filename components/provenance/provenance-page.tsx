'use client';

import { FileUp, Fingerprint, KeyRound, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMayDo } from '#components/api/use-me.ts';
import { usePartnerKeys } from '#components/api/use-provenance.ts';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { EnrolFileDialog } from './enrol-file-dialog.tsx';
import { KeyTable } from './key-table.tsx';
import { OwnKeys } from './own-keys.tsx';
import { PolicyCard } from './policy-card.tsx';

/** Whose signatures an organisation trusts, its own keys, and what becomes of files nobody vouches for. */
export function ProvenancePage() {
  const t = useTranslations('provenance.page');
  const common = useTranslations('common');
  const keys = usePartnerKeys();
  const mayManage = useMayDo('provenance:manage');
  const [enrolling, setEnrolling] = useState<'one' | 'file' | null>(null);
  const close = () => setEnrolling(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('lead')}
        actions={
          <>
            <LinkButton href="/provenance/proofs" icon={<Fingerprint aria-hidden size={16} />}>
              {t('toProofs')}
            </LinkButton>
            <LinkButton href="/provenance/hashes" icon={<ListChecks aria-hidden size={16} />}>
              {t('toHashes')}
            </LinkButton>
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <Card
          title={t('keys')}
          aside={
            mayManage ? (
              <div className="flex flex-wrap gap-2">
                <Button size="small" icon={<FileUp aria-hidden size={16} />} onPress={() => setEnrolling('file')}>
                  {t('enrolMany')}
                </Button>
                <Button
                  size="small"
                  variant="primary"
                  icon={<KeyRound aria-hidden size={16} />}
                  onPress={() => setEnrolling('one')}
                >
                  {t('enrol')}
                </Button>
              </div>
            ) : null
          }
        >
          {keys.isPending ? <SkeletonRows rows={3} label={common('loading')} /> : null}
          {keys.isError ? <LoadError query={keys} /> : null}
          {keys.data?.items.length === 0 ? <EmptyState title={t('noKeys')}>{t('noKeysText')}</EmptyState> : null}
          {keys.data && keys.data.items.length > 0 ? <KeyTable items={keys.data.items} mayManage={mayManage} /> : null}
        </Card>
        {keys.data ? <OwnKeys own={keys.data.own} /> : null}
        <PolicyCard mayManage={mayManage} />
      </div>
      {enrolling === 'one' ? <EnrolDialog onClose={close} /> : null}
      {enrolling === 'file' ? <EnrolFileDialog onClose={close} /> : null}
    </>
  );
}
