'use client';

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { cx } from './cx.ts';

export type Toast = { tone: 'info' | 'success' | 'danger'; title: string; text?: string; action?: ReactNode };

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 2 });
const QUIET_AFTER_MS = 8_000;

/** Shows a message in the corner. Errors, and whatever holds a button, stay until they are closed: by a person, or by what this answers. */
export function showToast(toast: Toast): () => void {
  const stays = toast.tone === 'danger' || toast.action !== undefined;
  const key = queue.add(toast, stays ? {} : { timeout: QUIET_AFTER_MS });
  return () => queue.close(key);
}

const LOOKS = {
  info: { icon: Info, classes: 'text-info-fill' },
  success: { icon: CircleCheck, classes: 'text-success-fill' },
  danger: { icon: CircleAlert, classes: 'text-danger-fill' },
} as const;

/** Mounted once, in the shell. Over the page and its panels, above a bar at the bottom, and under a dialog: that asks for something now. */
export function Toasts({ closeLabel }: { closeLabel: string }) {
  return (
    <ToastRegion
      queue={queue}
      className="toasts fixed right-4 bottom-[max(1rem,var(--bar-room,0px))] z-45 flex w-96 max-w-[calc(100vw-32px)] flex-col gap-2 max-sm:bottom-[max(5rem,var(--bar-room,0px))]"
    >
      {({ toast }) => {
        const { icon: Icon, classes } = LOOKS[toast.content.tone];
        return (
          <AriaToast
            toast={toast}
            className="flex items-start gap-3 rounded-md border border-line-strong bg-raised p-3 text-sm text-ink shadow-overlay data-entering:animate-rise"
          >
            <Icon aria-hidden size={18} className={cx('mt-0.5 shrink-0', classes)} />
            <ToastContent className="flex min-w-0 grow flex-col gap-1">
              <Text slot="title" className="font-semibold">
                {toast.content.title}
              </Text>
              {toast.content.text ? <Text slot="description">{toast.content.text}</Text> : null}
              {toast.content.action ? <div className="pt-1">{toast.content.action}</div> : null}
            </ToastContent>
            <AriaButton
              slot="close"
              aria-label={closeLabel}
              className="flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden size={16} />
            </AriaButton>
          </AriaToast>
        );
      }}
    </ToastRegion>
  );
}
