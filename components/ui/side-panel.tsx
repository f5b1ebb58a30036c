'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';

export type SidePanelProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  /** A line under the title. */
  context?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** A panel from the right edge over the page (the whole screen when it is narrow). Esc and a press outside close it. */
export function SidePanel({
  isOpen,
  onClose,
  title,
  closeLabel,
  context,
  actions,
  wide = false,
  children,
}: SidePanelProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="fixed inset-0 z-40 flex justify-end bg-overlay data-entering:animate-fade-in"
    >
      <Modal
        className={cx(
          'flex h-full w-full flex-col border-l border-line bg-surface text-ink shadow-overlay data-entering:animate-slide-in',
          wide ? 'sm:max-w-3xl' : 'sm:max-w-xl',
        )}
      >
        <AriaDialog className="flex h-full min-h-0 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-3">
            <div className="min-w-0 pt-1">
              <Heading slot="title" className="text-lg font-semibold break-words">
                {title}
              </Heading>
              {context ? <div className="text-sm text-ink-muted">{context}</div> : null}
            </div>
            <IconButton label={closeLabel} onPress={onClose} className="-mr-2">
              <X aria-hidden size={20} />
            </IconButton>
          </header>
          <div className="min-h-0 grow overflow-auto px-5 py-4">{children}</div>
          {actions ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
