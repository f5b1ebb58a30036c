import type { Upload } from '#contract/uploads.ts';
import type { Source } from './prepare-source.ts';

/** Where a person is between choosing files and a started job. */
export type ImportFlow =
  | { step: 'choose'; problem?: 'unreadable' | 'changed' }
  | { step: 'preparing'; count: number; share: number }
  /** `upload`: it is there already, so that what it is could be detected. */
  | { step: 'ready'; source: Source; upload: Upload | null }
  | { step: 'uploading'; source: Source; share: number }
  | { step: 'known'; source: Source; upload: Upload }
  | { step: 'starting'; source: Source; upload: Upload }
  | { step: 'failed'; source: Source; upload: Upload | null; error: unknown };

export type ImportEvent =
  | { type: 'preparing'; count: number }
  | { type: 'prepared'; source: Source }
  | { type: 'uploaded'; source: Source; upload: Upload }
  | { type: 'unreadable'; error: unknown }
  | { type: 'uploading'; source: Source }
  | { type: 'changed'; source: Source }
  | { type: 'progress'; share: number }
  | { type: 'known'; source: Source; upload: Upload }
  | { type: 'starting'; source: Source; upload: Upload }
  | { type: 'failed'; source: Source; upload: Upload | null; error: unknown }
  | { type: 'reset' };

/** The next step. Progress that comes late, after a step has ended, changes nothing. */
export function nextFlow(flow: ImportFlow, event: ImportEvent): ImportFlow {
  switch (event.type) {
    case 'preparing':
      return { step: 'preparing', count: event.count, share: 0 };
    case 'prepared':
      return { step: 'ready', source: event.source, upload: null };
    case 'uploaded':
      return { step: 'ready', source: event.source, upload: event.upload };
    case 'unreadable':
      return { step: 'choose', problem: 'unreadable' };
    case 'changed':
      return { step: 'choose', problem: 'changed' };
    case 'uploading':
      return { step: 'uploading', source: event.source, share: 0 };
    case 'progress':
      return flow.step === 'preparing' || flow.step === 'uploading' ? { ...flow, share: event.share } : flow;
    case 'known':
      return { step: 'known', source: event.source, upload: event.upload };
    case 'starting':
      return { step: 'starting', source: event.source, upload: event.upload };
    case 'failed':
      return { step: 'failed', source: event.source, upload: event.upload, error: event.error };
    case 'reset':
      return { step: 'choose' };
  }
}
