import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attachment } from './content-disposition.ts';
import { matchesEtag } from './etag.ts';
import { fieldErrors } from './field-errors.ts';
import { isApiPath } from './is-api-path.ts';
import { isOwnOrigin } from './is-own-origin.ts';
import { readLocale } from './read-locale.ts';
import { readRange } from './read-range.ts';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'nl'],
    ['', 'nl'],
    ['en', 'en'],
    ['en-GB,nl;q=0.9', 'en'],
    ['de,en;q=0.2,nl;q=0.7', 'nl'],
    ['fr;q=1, en;q=0.1', 'en'],
    ['en;q=0', 'nl'],
    ['*', 'nl'],
  ])('for %j is %s', (header, locale) => {
    expect(readLocale(header)).toBe(locale);
  });
});

describe('an origin', () => {
  it.each([
    ['https://lexport.example', 'proxy:3000', true],
    ['http://localhost:3000', 'localhost:3000', true],
    ['http://localhost:3001', 'localhost:3000', false],
    ['https://lexport.example.evil.example', 'localhost:3000', false],
    ['null', 'localhost:3000', false],
    ['', undefined, false],
  ])('%j sent to %j is ours: %s', (origin, host, ours) => {
    expect(isOwnOrigin(origin, host, 'https://lexport.example')).toBe(ours);
  });
});

describe('an address', () => {
  it.each([
    ['/api/v1/me?x=/', true],
    ['/api', true],
    ['/readyz', true],
    ['/metrics', true],
    ['/apiary', false],
    ['/', false],
    ['/?next=/api/', false],
  ])('%s belongs to the API: %s', (url, expected) => {
    expect(isApiPath(url)).toBe(expected);
  });
});

describe('a range', () => {
  it('of an empty file is nothing', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(readRange(undefined, 0)).toBeNull();
  });
});

describe('an entity tag', () => {
  it('matches weakly, in a list, and any by a star', () => {
    expect(matchesEtag('W/"a", "b"', '"b"')).toBe(true);
    expect(matchesEtag('W/"b"', '"b"')).toBe(true);
    expect(matchesEtag('*', '"b"')).toBe(true);
    expect(matchesEtag('"a"', '"b"')).toBe(false);
    expect(matchesEtag(undefined, '"b"')).toBe(false);
  });
});

describe('a file name', () => {
  it('cannot break out of its header', () => {
    const { 'Content-Disposition': header } = attachment('a"; x="\r\nSet-Cookie: b\\.zip');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.split('filename*=')[0]?.match(/"/g)).toHaveLength(2);
  });

  it('without one ASCII letter still has a name for old clients', () => {
    expect(attachment('определение')['Content-Disposition']).toContain('filename="download"');
  });
});

describe('the errors of a request', () => {
  const schema = z
    .object({
      name: z.string().min(2),
      size: z.number().max(3),
      kind: z.enum(['a', 'b']),
      when: z.iso.datetime(),
      either: z.union([z.string(), z.number()]),
      list: z.array(z.string()),
    })
    .strict();

  it.each(['nl', 'en'] as const)('are sentences without holes (%s)', (locale) => {
    const given = { name: 'x', size: 9, kind: 'c', when: 'now', either: true, list: [1], more: 1 };
    const { error } = schema.safeParse(given);
    const errors = fieldErrors(error as z.ZodError, locale);
    expect(errors.map(({ path, code }) => `${path}:${code}`)).toEqual([
      'name:too_small',
      'size:too_big',
      'kind:invalid_value',
      'when:invalid_format',
      'either:invalid_union',
      'list.0:invalid_type',
      ':unrecognized_keys',
    ]);
    for (const { message } of errors) expect(message).toMatch(/^[A-Z][^{}]+\.$/);
  });

  it('tell what is missing from what is wrong', () => {
    const { error } = schema.safeParse({});
    expect(fieldErrors(error as z.ZodError, 'nl')[0]).toEqual({
      path: 'name',
      code: 'missing',
      message: 'Verplicht, maar ontbreekt.',
    });
  });
});
