import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramSamples, metricsText } from './metrics-text.ts';

describe('the text format of metrics', () => {
  it('has a head per metric and a line per sample', () => {
    const text = metricsText([
      { name: 'a_total', help: 'How many.', type: 'counter', samples: [{ value: 3 }] },
      { name: 'b', help: 'How full.', type: 'gauge', samples: [{ labels: { of: 'x', in: 'y' }, value: 0.5 }] },
    ]);
    expect(text).toBe(
      '# HELP a_total How many.\n# TYPE a_total counter\na_total 3\n# HELP b How full.\n# TYPE b gauge\nb{of="x",in="y"} 0.5\n',
    );
  });

  it('leaves out a metric that has nothing to say', () => {
    expect(metricsText([{ name: 'a', help: '', type: 'gauge', samples: [] }])).toBe('');
  });

  it('escapes backslashes, quotes and line ends where the format asks for it', () => {
    const labels = { code: 'a\\b"c\nd' };
    const text = metricsText([{ name: 'a', help: 'x\\y\n"z"', type: 'gauge', samples: [{ labels, value: 1 }] }]);
    expect(text).toBe('# HELP a x\\\\y\\n"z"\n# TYPE a gauge\na{code="a\\\\b\\"c\\nd"} 1\n');
  });

  it.each([
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [Number.NaN, 'NaN'],
    [1e21, '1e+21'],
    [-0.25, '-0.25'],
  ])('writes %d as %s', (value, text) => {
    expect(metricsText([{ name: 'a', help: 'h', type: 'gauge', samples: [{ value }] }])).toContain(`\na ${text}\n`);
  });

  it('keeps every label on one line, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (code) => {
        const text = metricsText([{ name: 'a', help: 'h', type: 'gauge', samples: [{ labels: { code }, value: 1 }] }]);
        const line = /\na\{code="((?:[^"\\\n]|\\[\\"n])*)"\} 1\n$/.exec(text);
        const read = line?.[1]?.replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char));
        expect(read).toBe(code);
      }),
    );
  });
});

describe('a histogram', () => {
  it('adds its buckets up, ends at +Inf, and tells sum and count', () => {
    const samples = histogramSamples({ of: 'x' }, [0.1, 1], { counts: [2, 0, 1], sum: 4.5 });
    const text = metricsText([{ name: 'h', help: 'h', type: 'histogram', samples }]);
    expect(text.split('\n').slice(2, -1)).toEqual([
      'h_bucket{of="x",le="0.1"} 2',
      'h_bucket{of="x",le="1"} 2',
      'h_bucket{of="x",le="+Inf"} 3',
      'h_sum{of="x"} 4.5',
      'h_count{of="x"} 3',
    ]);
  });
});
