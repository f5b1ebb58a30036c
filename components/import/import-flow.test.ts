import { describe, expect, it } from 'vitest';
import { type ImportFlow, nextFlow } from './import-flow.ts';
import type { Source } from './prepare-source.ts';

const source: Source = {
  name: 'set.zip',
  blob: new Blob(['x']),
  size: 1,
  counts: { json: 1 },
  leftOut: [],
  problems: [],
};

describe('the way to a started import', () => {
  it('keeps what was chosen when sending fails, so that it can be sent again', () => {
    const uploading = nextFlow({ step: 'ready', source, upload: null }, { type: 'uploading', source });
    const failed = nextFlow(uploading, { type: 'failed', source, upload: null, error: new Error('offline') });
    expect(failed).toMatchObject({ step: 'failed', source });
    expect(nextFlow(failed, { type: 'uploading', source })).toEqual({ step: 'uploading', source, share: 0 });
  });

  it('ignores progress that comes after its step', () => {
    const ready: ImportFlow = { step: 'ready', source, upload: null };
    expect(nextFlow(ready, { type: 'progress', share: 0.9 })).toBe(ready);
  });

  it('asks for the file again when it was changed after it was chosen', () => {
    expect(nextFlow({ step: 'uploading', source, share: 0 }, { type: 'changed', source })).toEqual({
      step: 'choose',
      problem: 'changed',
    });
  });
});
