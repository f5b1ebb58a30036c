import { describe, expect, it } from 'vitest';
import { PROBLEMS, Problem, type ProblemCode, problemBody } from './errors.ts';
import { LOCALES } from './locale.ts';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];

describe('problems', () => {
  it.each(CODES)('%s has a status, and says what is the matter in both languages', (code) => {
    const { status, title, detail } = PROBLEMS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    for (const locale of LOCALES) {
      expect(title[locale]).toMatch(/^\S.*[^.]$/);
      expect(detail[locale]).toMatch(/^\S.*\.$/);
    }
    expect(`${title.nl} ${detail.nl}`).not.toMatch(/\b(?:je|jij|jouw)\b/i);
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    expect(holes(detail.nl)).toEqual(holes(detail.en));
  });
});

describe('problemBody', () => {
  it('is problem+json in the reader’s language', () => {
    const errors = [{ path: 'term', code: 'missing', message: 'Required' }];
    const problem = new Problem('wrong_state', { status: 'completed' }, errors);
    expect(problemBody(problem, 'nl', '/api/v1/jobs/1')).toEqual({
      type: 'about:blank#wrong_state',
      title: 'Dat kan nu niet',
      status: 409,
      code: 'wrong_state',
      detail: 'De stand van de opdracht is nu “Voltooid”; dan kan dit niet.',
      instance: '/api/v1/jobs/1',
      params: { status: 'completed' },
      errors,
    });
    expect(problemBody(problem, 'en').title).toBe('Not possible in this state');
  });

  it('leaves out what is not there', () => {
    const body = problemBody(new Problem('not_found'), 'en');
    expect(body).not.toHaveProperty('instance');
    expect(body).not.toHaveProperty('params');
    expect(body.errors).toEqual([]);
  });

  it('says in English what was thrown, for the log', () => {
    expect(new Problem('upload_too_large', { limit: '100 MB' }).message).toBe(
      'The file is larger than the limit of 100 MB.',
    );
  });
});
