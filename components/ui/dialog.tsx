'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';

const WIDTHS = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-3xl' } as const;

export type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** The name of the button in the corner, such as "Sluiten" or "Op de achtergrond verder". */
  closeLabel: string;
  width?: keyof typeof WIDTHS;
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A window over the page. Esc, the corner button and a press outside all call `onClose`; focus returns to the trigger. */
export function Dialog({ isOpen, onClose, title, closeLabel, width = 'medium', actions, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className={OVERLAY}
    >
      <Modal className={cx(MODAL, WIDTHS[width])}>
        <AriaDialog className="flex max-h-full min-h-0 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 border-b border-line px-5 py-3">
            <Heading slot="title" className="min-w-0 pt-1 text-lg font-semibold break-words">
              {title}
            </Heading>
            <IconButton label={closeLabel} onPress={onClose} className="-mr-2">
              <X aria-hidden size={20} />
            </IconButton>
          </header>
          <div className="min-h-0 overflow-auto px-5 py-4">{children}</div>
          {actions ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export const OVERLAY =
  'fixed inset-0 z-50 flex items-center justify-center bg-overlay p-4 max-sm:items-end max-sm:p-0 data-entering:animate-fade-in';
export const MODAL =
  'flex max-h-[min(88dvh,900px)] w-full flex-col rounded-lg border border-line bg-raised text-ink shadow-overlay max-sm:rounded-b-none data-entering:animate-rise';
