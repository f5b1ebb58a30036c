import { OpenAPIHono } from '@hono/zod-openapi';
import { Problem } from '#domain/errors.ts';
import { type Auth, createAuth } from '#server/auth/auth.ts';
import { createOidcAuth } from '#server/auth/oidc-auth.ts';
import { createLog } from '#server/log.ts';
import type { Services } from '#server/services.ts';
import { addAccount } from './account.ts';
import { addApprovals } from './approvals.ts';
import { addArtifacts } from './artifacts.ts';
import { addAuditEntries } from './audit-entries.ts';
import { addAuditVerifications } from './audit-verifications.ts';
import { addAuthentication } from './authentication.ts';
import { addBatches } from './batches.ts';
import { addColumnMappings } from './column-mappings.ts';
import { addCorrections } from './corrections.ts';
import { addDefinitions } from './definitions.ts';
import { addDocs } from './docs.ts';
import type { Door } from './door.ts';
import type { Api } from './endpoint.ts';
import { errorResponse } from './error-response.ts';
import { fieldErrors } from './field-errors.ts';
import { addHealth } from './health.ts';
import { addJobs } from './jobs.ts';
import { addMe } from './me.ts';
import { expectJson } from './middleware/expect-json.ts';
import { identifyRequest } from './middleware/identify-request.ts';
import { limitBody } from './middleware/limit-body.ts';
import { logRequests } from './middleware/log-requests.ts';
import { limitWrongKeys, rateLimit } from './middleware/rate-limit.ts';
import { sameOrigin } from './middleware/same-origin.ts';
import { secureHeaders } from './middleware/secure-headers.ts';
import { session } from './middleware/session.ts';
import { addMonitoring } from './monitoring.ts';
import { addNotifications } from './notifications.ts';
import { addOidc } from './oidc.ts';
import { addOpenapiDocument } from './openapi-document.ts';
import { addPeople } from './people.ts';
import { addProvenance } from './provenance.ts';
import { addRedactions } from './redactions.ts';
import { addRetention } from './retention.ts';
import { addRuleSettings } from './rule-settings.ts';
import { addSchedules } from './schedules.ts';
import { addSignInOptions } from './sign-in-options.ts';
import { addUploads, UPLOADS_PATH } from './uploads.ts';
import { addWaysIn } from './ways-in.ts';
import { addWebhooks } from './webhooks.ts';

export type ApiOptions = {
  auth?: Auth;
};

/** The door over HTTP: what every request passes through, then one file per resource, and one way out for errors. */
export function createApi(services: Services, options: ApiOptions = {}): Api {
  const { config } = services;
  const { auth = createAuth(services) } = options;
  const oidc = createOidcAuth(services);
  const api: Api = new OpenAPIHono<Door>({
    defaultHook: (result, c) => {
      if (result.success) return;
      // An id that is no id belongs to nothing.
      if (result.target === 'param') throw new Problem('not_found');
      throw new Problem('invalid_request', {}, fieldErrors(result.error, c.get('locale')));
    },
  });
  api.onError((error, c) => errorResponse(error, c, config));
  api.notFound((c) => errorResponse(new Problem('not_found'), c, config));
  api.use(identifyRequest(), secureHeaders(config), logRequests(createLog(config, 'web')));
  addHealth(api, services);
  addDocs(api);
  addOpenapiDocument(api);
  api.use(
    '/api/*',
    sameOrigin(config),
    limitWrongKeys(),
    session(services, auth),
    rateLimit(config),
    limitBody(config, UPLOADS_PATH),
    expectJson(UPLOADS_PATH),
  );
  addAuthentication(api, services, auth);
  addOidc(api, services, oidc);
  addSignInOptions(api, services);
  addMe(api, services);
  addAccount(api, services, auth);
  addWaysIn(api, services);
  addDefinitions(api, services);
  addUploads(api, services);
  addColumnMappings(api, services);
  addBatches(api, services);
  addJobs(api, services);
  addCorrections(api, services);
  addRuleSettings(api, services);
  addRedactions(api, services);
  addProvenance(api, services);
  addApprovals(api, services);
  addRetention(api, services);
  addSchedules(api, services);
  addArtifacts(api, services);
  addAuditEntries(api, services);
  addAuditVerifications(api, services);
  addMonitoring(api, services);
  addPeople(api, services);
  addNotifications(api, services);
  addWebhooks(api, services);
  return api;
}
