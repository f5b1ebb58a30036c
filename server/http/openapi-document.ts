import { APPLICATION } from '#server/application.ts';
import type { Api } from './endpoint.ts';

/** The description of the API, generated from the very schemas that check its requests. */
export function addOpenapiDocument(api: Api): void {
  let document: string | undefined;
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'lexport.session_token',
    description: 'Set by POST /api/auth/sign-in/email',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of a person: made under Your account, limited to what it is for, with an end',
  });
  api.get('/api/v1/openapi.json', (c) => {
    document ??= JSON.stringify(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Lexport', version: APPLICATION.version, description: DESCRIPTION },
        servers: [{ url: '/' }],
      }),
    );
    return c.body(document, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
  });
}

const DESCRIPTION =
  `Batch operations on legal definitions. Errors are problem+json (RFC 9457) with a stable code. Lists are paged by
cursor. Calls that create take an Idempotency-Key. Live progress comes over Socket.IO at /socket.io.`.replaceAll(
    '\n',
    ' ',
  );
