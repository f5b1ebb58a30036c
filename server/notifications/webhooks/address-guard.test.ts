import { describe, expect, it } from 'vitest';
import { addressGuard } from './address-guard.ts';

const REFUSED = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.1.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:7f00:1',
  '0:0:0:0:0:ffff:7f00:0001',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
  '0x7f000001',
  '2130706433',
];

describe('the guard of webhook addresses', () => {
  const mayReceive = addressGuard([]);

  it.each(REFUSED)('refuses %s', (address) => {
    expect(mayReceive(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '198.20.0.1',
    '223.255.255.1',
    '2606:4700::1',
    '2a00::1',
  ])('lets %s pass', (address) => {
    expect(mayReceive(address)).toBe(true);
  });

  it('lets pass what the operator allows, and nothing beside it', () => {
    const guard = addressGuard(['127.0.0.0/8', '10.1.0.0/16', 'fd00:1::/32']);
    expect(['127.0.0.1', '10.1.2.3', 'fd00:1::5'].filter(guard)).toHaveLength(3);
    expect(['10.2.0.1', '192.168.0.1', 'fd00:2::1', '::1', '::ffff:127.0.0.1'].filter(guard)).toEqual([]);
  });
});
