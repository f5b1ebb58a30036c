import { describe, expect, it } from 'vitest';
import { signatureOf } from './sign.ts';

describe('a signature', () => {
  /** The published example of the Standard Webhooks libraries. */
  it('is the one of the specification’s example', () => {
    const signed = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    };
    expect(signatureOf(signed, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('is there once for each secret', () => {
    const [one, other] = signatureOf({ id: 'a', timestamp: 1, body: '{}' }, ['whsec_MTIz', 'whsec_NDU2']).split(' ');
    expect(one).toMatch(/^v1,/);
    expect(other).toMatch(/^v1,/);
    expect(one).not.toBe(other);
  });
});
