'use client';

import { createContext, type ReactNode, use, useMemo, useState } from 'react';

export type ProgressWindowControls = {
  /** Shows the window of this job, in place of the one that is open. */
  open: (jobId: string) => void;
  /** Puts the window away; the job goes on and its chip in the tray stays. */
  minimise: () => void;
  openJobId: string | null;
};

const Context = createContext<ProgressWindowControls | null>(null);

/** Holds the one progress window of the tab, so that it stays open while pages change. Mounted once, in the shell. */
export function ProgressWindowProvider({ children }: { children: ReactNode }) {
  const [openJobId, setOpenJobId] = useState<string | null>(null);
  const controls = useMemo(
    () => ({ open: setOpenJobId, minimise: () => setOpenJobId(null), openJobId }) satisfies ProgressWindowControls,
    [openJobId],
  );
  return <Context value={controls}>{children}</Context>;
}

/** Opens and minimises the progress window from anywhere inside the provider. */
export function useProgressWindow(): ProgressWindowControls {
  const controls = use(Context);
  if (!controls) throw new Error('useProgressWindow needs a ProgressWindowProvider around it');
  return controls;
}
