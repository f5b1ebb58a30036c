import { describe, expect, it } from 'vitest';
import { newSecret, openSecret, sealSecret } from './secrets.ts';

const AUTH = 'a secret of the installation, long enough to be one';

describe('the secret of a webhook', () => {
  it('is 32 random bytes after a prefix', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one).not.toBe(other);
  });

  it('opens for its own webhook and installation only', () => {
    const secret = newSecret();
    const sealed = sealSecret(secret, 'a', AUTH);
    expect(sealed).not.toContain(secret.slice(6));
    expect(openSecret(sealed, 'a', AUTH)).toBe(secret);
    expect(openSecret(sealed, 'b', AUTH)).toBeNull();
    expect(openSecret(sealed, 'a', `${AUTH}!`)).toBeNull();
    expect(openSecret(`${sealed.slice(0, -6)}AAAAA=`, 'a', AUTH)).toBeNull();
    expect(openSecret('v1.', 'a', AUTH)).toBeNull();
  });

  it('lies differently each time it is sealed', () => {
    const secret = newSecret();
    expect(sealSecret(secret, 'a', AUTH)).not.toBe(sealSecret(secret, 'a', AUTH));
  });
});
