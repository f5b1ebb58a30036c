import { describe, expect, it } from 'vitest';
import { isPersonField, withoutPeople } from './person-fields.ts';

describe('fields that name people', () => {
  it.each([
    'auteur',
    'Voorgesteld door',
    'created_by',
    'dct:creator',
    'http://purl.org/dc/terms/contributor',
    'reviewedBy',
  ])('%s does', (name) => expect(isPersonField(name)).toBe(true));

  it.each(['wetsartikel', 'auteursrecht', 'created_at', 'dct:title', 'redactie', 'bron', 'aard'])(
    '%s does not',
    (name) => expect(isPersonField(name)).toBe(false),
  );

  it('go at any depth, and nothing else does', () => {
    const value = { bron: 'Sv', auteur: 'A. de Wit', meer: [{ 'dct:creator': ['B. Groen'], titel: 'x' }, 'auteur'] };
    expect(withoutPeople(value)).toEqual({ bron: 'Sv', meer: [{ titel: 'x' }, 'auteur'] });
    expect(value.auteur).toBe('A. de Wit');
  });

  it('leave the very same value when there are none', () => {
    const value = { bron: 'Sv', meer: [{ titel: 'x', jaar: 1926, leeg: null }] };
    expect(withoutPeople(value)).toBe(value);
  });
});
