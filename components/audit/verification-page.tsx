'use client';

import { ScrollText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useAuditSeal } from '#components/api/use-audit-seal.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Allowed } from '#components/shell/allowed.tsx';
import { PageTitle } from '#components/shell/page-title.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Seal } from '#contract/audit-verifications.ts';
import { DifferencesTable } from './differences-table.tsx';
import { OpenVerification } from './open-verification.tsx';
import { RetentionCard } from './retention-card.tsx';
import { SealKeys } from './seal-keys.tsx';
import { SealNumbers } from './seal-numbers.tsx';
import { StartVerification } from './start-verification.tsx';
import { Verdict } from './verdict.tsx';
import { VerificationList } from './verification-list.tsx';

/** Whether the audit trail is sealed, and whether it is still what was sealed. */
export function VerificationPage() {
  const t = useTranslations('verification');
  const toAudit = (
    <LinkButton href="/audit" icon={<ScrollText aria-hidden size={16} />}>
      {t('toAudit')}
    </LinkButton>
  );
  return (
    <>
      <PageTitle title={t('title')} />
      <PageHeader title={t('title')} context={t('lead')} actions={toAudit} />
      <Allowed action="audit:read">
        <Watch />
      </Allowed>
    </>
  );
}

function Watch() {
  const common = useTranslations('common');
  const problemText = useProblemText();
  const { data, error, refetch, isPending } = useAuditSeal();
  if (isPending) return <SkeletonRows rows={8} label={common('loading')} />;
  const problem = error ? problemText(error) : null;
  const retry = <Button onPress={() => void refetch()}>{common('retry')}</Button>;
  if (!data) return <LoadError query={{ error, refetch }} />;
  return (
    <div className="flex flex-col gap-4">
      {problem ? (
        <Banner tone="warning" title={problem.title} action={retry}>
          {problem.detail}
        </Banner>
      ) : null}
      <Shown seal={data} />
    </div>
  );
}

function Shown({ seal }: { seal: Seal }) {
  const mayVerify = useMayDo('audit:verify');
  const { lastVerified, open } = seal;
  return (
    <>
      <SealProblem problem={seal.problem} />
      <Verdict last={lastVerified} />
      <SealNumbers seal={seal} />
      {open ? <OpenVerification verification={open} /> : null}
      {mayVerify && !open ? <StartVerification /> : null}
      {lastVerified && lastVerified.differenceCount > 0 ? <DifferencesTable verification={lastVerified} /> : null}
      <VerificationList
        changed={`${open?.id ?? ''} ${open?.status ?? ''} ${lastVerified?.id ?? ''}`}
        mayResume={!open}
      />
      <RetentionCard />
      <SealKeys seal={seal} />
    </>
  );
}

const PROBLEMS = ['no_key', 'other_key', 'truncated'] as const;

function SealProblem({ problem }: { problem: string | null }) {
  const t = useTranslations('verification.problems');
  const known = PROBLEMS.find((one) => one === problem);
  if (!known) return null;
  return (
    <Banner tone="danger" title={t(`${known}.title`)}>
      {t(`${known}.text`)}
    </Banner>
  );
}
