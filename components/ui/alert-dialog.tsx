'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import { MODAL, OVERLAY } from './dialog.tsx';

export type AlertDialogProps = {
  isOpen: boolean;
  /** Esc; a press outside does nothing, since a decision is asked for. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The choices; put `autoFocus` on the safe one. */
  actions: ReactNode;
};

/** `role="alertdialog"` for stopping, undoing and deleting: says what will happen and asks for a decision. */
export function AlertDialog({ isOpen, onClose, title, children, actions }: AlertDialogProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} className={OVERLAY}>
      <Modal className={cx(MODAL, 'max-w-lg')}>
        <AriaDialog
          role="alertdialog"
          className="flex max-h-full min-h-0 flex-col gap-3 overflow-auto p-5 outline-none"
        >
          <Heading slot="title" className="text-lg font-semibold">
            {title}
          </Heading>
          <div className="text-sm leading-relaxed text-ink">{children}</div>
          <div className="flex flex-wrap justify-end gap-2 pt-2">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
