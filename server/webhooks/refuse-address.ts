import { isIP } from 'node:net';
import { Problem } from '#domain/errors.ts';
import type { Config } from '#server/config.ts';
import { addressGuard } from '#server/notifications/webhooks/address-guard.ts';

/**
 * Refuses at once what would be refused at every attempt: a port or a literal address that is not allowed. Names are looked up when
 * something is sent, and only then: what they mean may change, and asking here would answer whoever explores a network by names.
 * @throws Problem `webhook_address_refused`
 */
export function refuseAddress({ webhooks }: Pick<Config, 'webhooks'>, text: string): void {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const forbidden = isIP(host) !== 0 && !addressGuard(webhooks.allowedNetworks)(host);
  if (forbidden || (webhooks.ports && !webhooks.ports.includes(port))) throw new Problem('webhook_address_refused');
}
