import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

const CLIENT = { id: 'lexport', secret: 'a secret of the provider' };

type Asked = { challenge: string; nonce: string | null; redirect: string };

/**
 * An OpenID provider of one's own (discovery, keys, authorization code with PKCE), where whoever comes is signed in at once as
 * `claims`. `spoil` changes what its token says after the rest is right.
 */
export async function startProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const codes = new Map<string, Asked>();
  const provider = {
    issuer: '',
    client: CLIENT,
    claims: {} as JWTPayload,
    spoil: {} as JWTPayload,
    forged: false,
    refuses: false,
    close,
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') return json(discovery(provider.issuer));
    if (url.pathname === '/keys')
      return json({ keys: [{ ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'one' }] });
    if (url.pathname === '/authorize') return authorize(url.searchParams, response);
    if (url.pathname === '/token') return json(...(await exchange(new URLSearchParams(await text(request)), request)));
    return json({}, 404);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;

  function authorize(query: URLSearchParams, response: import('node:http').ServerResponse): void {
    const redirect = query.get('redirect_uri') ?? '';
    const code = randomUUID();
    codes.set(code, { challenge: query.get('code_challenge') ?? '', nonce: query.get('nonce'), redirect });
    const back = new URL(redirect);
    back.searchParams.set('state', query.get('state') ?? '');
    if (provider.refuses) back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', code);
    response.writeHead(302, { Location: String(back) }).end();
  }

  async function exchange(
    form: URLSearchParams,
    request: import('node:http').IncomingMessage,
  ): Promise<[unknown, number?]> {
    const asked = codes.get(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const basic = Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64');
    const known = form.get('client_secret') === CLIENT.secret || request.headers.authorization === `Basic ${basic}`;
    if (!asked || !known || challenge !== asked.challenge) return [{ error: 'invalid_grant' }, 400];
    codes.delete(form.get('code') ?? '');
    const token = await new SignJWT({ nonce: asked.nonce, ...provider.claims, ...provider.spoil })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer((provider.spoil.iss as string | undefined) ?? provider.issuer)
      .setAudience((provider.spoil.aud as string | undefined) ?? CLIENT.id)
      .setIssuedAt()
      .setExpirationTime(provider.spoil.exp ?? '5m')
      .sign(provider.forged ? stranger.privateKey : privateKey);
    return [{ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token }];
  }

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

export type Provider = Awaited<ReturnType<typeof startProvider>>;

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}
