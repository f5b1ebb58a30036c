'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';

export type LeaveGuardProps = {
  /** Whether there is something to lose. */
  active: boolean;
  /** The person asked to stop editing; the dialog is shown for that too. */
  asked: boolean;
  onStay: () => void;
  /** Throw away what was typed. Afterwards the person is taken where they wanted to go, if that was a link. */
  onDiscard: () => void;
};

/** Asks before typed text is left behind: by a link, by closing the tab, or by stopping. */
export function LeaveGuard({ active, asked, onStay, onDiscard }: LeaveGuardProps) {
  const t = useTranslations('definitions.edit.leave');
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = leavingLink(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [active]);
  const stay = () => {
    setTarget(null);
    onStay();
  };
  const go = () => {
    onDiscard();
    if (target !== null) router.push(target);
    setTarget(null);
  };
  return (
    <AlertDialog
      isOpen={asked || target !== null}
      onClose={stay}
      title={t('title')}
      actions={
        <>
          <Button variant="danger" onPress={go}>
            {t('go')}
          </Button>
          <Button variant="primary" autoFocus onPress={stay}>
            {t('stay')}
          </Button>
        </>
      }
    >
      {t('text')}
    </AlertDialog>
  );
}

/** Where a press leads when it leaves this page in this tab, else null. */
function leavingLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.target === '_blank' || link.hasAttribute('download')) return null;
  const url = new URL(link.href, location.href);
  if (url.origin !== location.origin || url.pathname === location.pathname) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
