import { describe, expect, it } from 'vitest';
import { readManifest } from './read-manifest.ts';

describe('a manifest', () => {
  it('tells where an archive comes from', () => {
    const text = JSON.stringify({
      application: { name: 'Lexport', version: '0.1.0' },
      organisation: { id: 'om', name: 'Openbaar Ministerie' },
      actor: { id: 'p', name: 'T. Leider' },
      createdAt: '2026-11-21T10:00:00.000Z',
      files: [{}, {}, {}],
    });
    expect(readManifest(text)).toEqual({
      application: 'Lexport 0.1.0',
      organisation: 'Openbaar Ministerie',
      actor: 'T. Leider',
      createdAt: '2026-11-21T10:00:00.000Z',
      files: 3,
    });
  });

  it('may be of another kind altogether, or not readable', () => {
    expect(readManifest('{"files": "x", "createdAt": "gisteren", "application": []}')).toEqual({
      application: null,
      organisation: null,
      actor: null,
      createdAt: null,
      files: null,
    });
    expect(readManifest('[1]')).toBeNull();
    expect(readManifest('{"half')).toBeNull();
  });
});
