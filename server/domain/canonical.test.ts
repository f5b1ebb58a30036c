import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalContent, canonicalJson } from './canonical.ts';
import { CONTENT_FIELDS, type DefinitionContent, EMPTY_CONTENT } from './definition.ts';

const content: DefinitionContent = { ...EMPTY_CONTENT, term: 'verdachte', definition: 'persoon', category: 'type' };

describe('canonicalJson', () => {
  it('is JSON that means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value).normalize('NFC');
        expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
      }),
    );
  });

  it('keeps the order of lists, spells accents one way and leaves out what is undefined', () => {
    expect(canonicalJson(['b', 'a'])).toBe('["b","a"]');
    expect(canonicalJson({ 'e\u0301': 'e\u0301', b: undefined, a: null })).toBe('{"a":null,"é":"é"}');
    expect(canonicalJson(undefined)).toBe('null');
  });
});

describe('canonicalContent', () => {
  it('is the same for the same content, whatever the order of its fields', () => {
    const shuffled = Object.fromEntries(Object.entries(content).toReversed()) as DefinitionContent;
    expect(canonicalContent(shuffled)).toBe(canonicalContent(content));
    expect(canonicalContent({ ...content, id: 'x', version: 9 } as DefinitionContent)).toBe(canonicalContent(content));
  });

  it.each(CONTENT_FIELDS)('differs when %s does', (field) => {
    expect(canonicalContent({ ...content, [field]: ['iets anders'] })).not.toBe(canonicalContent(content));
  });
});
