import { BlockList, isIP } from 'node:net';

/** What no name on the internet has to do with: this machine, private and shared networks, metadata, documentation, multicast. */
const NOT_PUBLIC_V4: readonly [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Parts of the global range of IPv6 that lead elsewhere: tunnels into IPv4, protocols, documentation. */
const NOT_PUBLIC_V6: readonly [address: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

/**
 * Says of an address whether a webhook may be sent there: the public ranges of IPv4 and IPv6, and the networks that the operator
 * allows (CIDR). IPv6 is a list of what may be, so that mapped, translated, local and link-local addresses are out by themselves.
 */
export function addressGuard(allowedNetworks: readonly string[]): (address: string) => boolean {
  const allowed = blockListOf(allowedNetworks.map((network) => network.split('/') as [string, string]));
  const notPublic = blockListOf([...NOT_PUBLIC_V4, ...NOT_PUBLIC_V6]);
  const globalV6 = blockListOf([['2000::', 3]]);
  return (address) => {
    const family = isIP(address);
    if (family === 0) return false;
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    // A BlockList takes a mapped address for the IPv4 inside; an operator who allows that network did not mean this spelling.
    if (kind === 'ipv6' && isMapped(address)) return false;
    if (allowed.check(address, kind)) return true;
    if (notPublic.check(address, kind)) return false;
    return kind === 'ipv4' || globalV6.check(address, kind);
  };
}

function isMapped(address: string): boolean {
  return MAPPED.check(address, 'ipv6');
}

const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');

function blockListOf(networks: readonly (readonly [address: string, bits: number | string])[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of networks) list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return list;
}
