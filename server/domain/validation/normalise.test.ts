import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['vastlegging van een voorwerp', 'vastlegging van een voorwerp'],
    ['  vastlegging\n\tvan  een voorwerp ', 'vastlegging van een voorwerp'],
    ['"vastlegging van een voorwerp"@nl', 'vastlegging van een voorwerp'],
    ['"vastlegging van een voorwerp"', 'vastlegging van een voorwerp'],
    ['"vastlegging" van een "voorwerp"', '"vastlegging" van een "voorwerp"'],
    ['vastlegging van een [voorwerp](#voorwerp)', 'vastlegging van een voorwerp'],
    ['Een beslag is vastlegging van een voorwerp', 'vastlegging van een voorwerp'],
    ['Het «beslag» betreft vastlegging van een voorwerp', 'vastlegging van een voorwerp'],
    ['Beslag: vastlegging van een voorwerp', 'vastlegging van een voorwerp'],
    ['beslag, is vastlegging van een voorwerp', 'vastlegging van een voorwerp'],
    ['beslagene is iemand', 'beslagene is iemand'],
    ['- Ontologische categorie: proces\nvastlegging van een voorwerp', 'vastlegging van een voorwerp'],
    ['vastlegging van een voorwerp\n\nToelichting: dit kan ook een auto zijn.', 'vastlegging van een voorwerp'],
    ['', ''],
    [' "" ', ''],
  ])('reads %j as %j', (definition, expected) => {
    expect(normalise(definition, 'beslag').text).toBe(expected);
  });

  it('takes a term without its abbreviation in brackets for the same kick-off', () => {
    expect(normalise('De dienst is een organisatie', 'Dienst (DJI)').text).toBe('een organisatie');
  });

  it('counts words and finds the notes', () => {
    const { words, notesAt } = normalise('een twee drie\nToelichting: vier', 'x');
    expect(words).toBe(3);
    expect(notesAt).toBe(13);
  });

  it.each([
    ['Een beslag is  vastlegging\nvan een [voorwerp](#x), zie daar', 'zie daar'],
    ['"Een beslag is vastlegging, zie daar"@nl', 'zie daar'],
    ['  met [een [link](#a) en zie daar', 'zie daar'],
    ['zie daar', 'zie daar'],
  ])('leads a place in the text back to %j', (definition, words) => {
    const { text, toSource } = normalise(definition, 'beslag');
    expect(toSource(text.indexOf(words))).toBe(definition.indexOf(words));
  });

  it('leads every character back to an equal one, white space aside', () => {
    const part = fc.constantFrom(
      'een',
      ' ',
      '  ',
      '\n',
      '[woord](#doel)',
      '"',
      'é',
      'beslag is ',
      '"@nl',
      ':',
      '[',
      ')',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const source = parts.join('');
        const { text, lower, toSource } = normalise(source, 'beslag');
        expect(lower).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) {
          if (text[at] !== ' ') expect(source[toSource(at)]).toBe(text[at]);
        }
      }),
    );
  });
});
