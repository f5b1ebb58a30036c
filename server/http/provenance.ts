import { z } from 'zod';
import {
  challengeSchema,
  enrolmentSchema,
  hashAnswersSchema,
  hashQuestionSchema,
  partnerKeySchema,
  partnerKeysSchema,
  proofPageSchema,
  proofQuerySchema,
  provenanceSettingsChangeSchema,
  provenanceSettingsSchema,
  revocationSchema,
} from '#contract/provenance.ts';
import { createChallenge, enrolKey, listKeys, revokeKey } from '#server/provenance/partner-keys.ts';
import { listProofs, readProofFile, verifyHashes } from '#server/provenance/read-proofs.ts';
import { changeSettings, readSettings } from '#server/provenance/settings.ts';
import { proofFileSchema } from '#server/seal/proof-file.ts';
import type { Services } from '#server/services.ts';
import { attachment } from './content-disposition.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Provenance';

export function addProvenance(api: Api, services: Services): void {
  addKeys(api, services);
  addProofs(api, services);
  addEndpoint(api, services, {
    method: 'get',
    path: '/provenance-settings',
    tag,
    summary: 'What your organisation does with archives nobody it trusts vouches for',
    answer: provenanceSettingsSchema,
    single: true,
    handle: ({ actor }) => readSettings(services, actor),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/provenance-settings',
    tag,
    summary: 'Accept, warn of or refuse what is not signed, foreign, changed since, or forged',
    body: provenanceSettingsChangeSchema,
    answer: provenanceSettingsSchema,
    single: true,
    handle: ({ actor, body }) => changeSettings(services, actor, body),
  });
}

function addKeys(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/partner-keys',
    tag,
    summary: 'The keys your organisation enrolled, and the public keys of this installation',
    answer: partnerKeysSchema,
    handle: ({ actor }) => listKeys(services, actor),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/enrolment-challenges',
    tag,
    summary: 'A text for keys to sign, to show that whoever hands them in holds them; good once, for seven days',
    answer: challengeSchema,
    status: 201,
    creates: true,
    handle: ({ actor }) => createChallenge(services, actor),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/partner-keys',
    tag,
    summary: 'Enrol one key, or renew it; for many there is the operation `enrol`',
    body: enrolmentSchema,
    answer: partnerKeySchema,
    status: 201,
    creates: true,
    handle: ({ actor, body }) => enrolKey(services, actor, body),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/partner-keys/{id}/revocation',
    tag,
    summary: 'Revoke a key for good; nothing it signed, whenever, is trusted any more',
    params: z.object({ id: z.uuid() }),
    body: revocationSchema,
    answer: partnerKeySchema,
    handle: ({ actor, params: { id }, body: { reason } }) => revokeKey(services, actor, id, reason),
  });
}

function addProofs(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/proofs',
    tag,
    summary: 'What your organisation locked, newest first',
    query: proofQuerySchema,
    answer: proofPageSchema,
    handle: ({ actor, query }) => listProofs(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/jobs/{id}/proofs/{position}',
    tag,
    summary: 'One proof as a file that can be verified with nothing else',
    params: z.object({ id: z.uuid(), position: z.coerce.number().int().min(0).max(2_147_483_647) }),
    answer: proofFileSchema,
    headers: ({ proofs: [proof] }) => attachment(`lexport-bewijs-${proof?.hash.slice(0, 12)}.json`),
    handle: ({ actor, params: { id, position } }) => readProofFile(services, actor, { jobId: id, position }),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/hash-verifications',
    tag,
    summary:
      'Whether hashes are locked or known, up to a thousand at once; for more there is the operation `verify_hashes`',
    body: hashQuestionSchema,
    answer: hashAnswersSchema,
    handle: ({ actor, body: { hashes } }) => verifyHashes(services, actor, hashes),
  });
}
