import { describe, expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

describe('webAddress', () => {
  it('lets web addresses through', () => {
    expect(webAddress('https://wetten.overheid.nl/BWBR0001854')).toBe('https://wetten.overheid.nl/BWBR0001854');
    expect(webAddress('http://example.org/a b')).toBe('http://example.org/a%20b');
  });

  it.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'Sr', '', null])(
    'never makes a link of %j',
    (uri) => expect(webAddress(uri)).toBeNull(),
  );
});
