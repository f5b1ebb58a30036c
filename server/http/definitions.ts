import { z } from 'zod';
import {
  definitionFacetsSchema,
  definitionFilterSchema,
  definitionPageSchema,
  definitionPatchSchema,
  definitionQuerySchema,
  definitionSchema,
  definitionVersionsSchema,
  selectionCountSchema,
  selectionSchema,
} from '#contract/definitions.ts';
import { originsSchema } from '#contract/history.ts';
import { qualitySchema } from '#contract/quality.ts';
import { reviewChangeSchema, reviewRuleSchema, reviewsSchema } from '#contract/reviews.ts';
import { answerReview } from '#server/definitions/answer-review.ts';
import { countSelection } from '#server/definitions/count-selection.ts';
import { editDefinition } from '#server/definitions/edit-definition.ts';
import { listOrigins } from '#server/definitions/list-origins.ts';
import { listReviews } from '#server/definitions/list-reviews.ts';
import { listVersions } from '#server/definitions/list-versions.ts';
import { readCollectionQuality } from '#server/definitions/read-collection-quality.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { readFacets } from '#server/definitions/read-facets.ts';
import { searchDefinitions } from '#server/definitions/search-definitions.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';
import { versionIn } from './etag.ts';

const tag = 'Definitions';
const params = z.object({ id: z.uuid() });

export function addDefinitions(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions',
    tag,
    summary: 'Search, filter and page through definitions',
    query: definitionQuerySchema,
    answer: definitionPageSchema,
    handle: ({ actor, query }) => searchDefinitions(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions/facets',
    tag,
    summary: 'The values to filter by, with counts',
    query: definitionFilterSchema,
    answer: definitionFacetsSchema,
    handle: ({ actor, query }) => readFacets(services, actor, query),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions/quality',
    tag,
    summary: 'How good everything in use is: verdicts, scores, common issues',
    answer: qualitySchema,
    single: true,
    handle: ({ actor }) => readCollectionQuality(services, actor),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions/{id}',
    tag,
    summary: 'One definition',
    params,
    answer: definitionSchema,
    version: ({ version }) => version,
    handle: ({ actor, params: { id } }) => readDefinition(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'patch',
    path: '/definitions/{id}',
    tag,
    summary: 'Change a draft; the version seen goes into If-Match',
    params,
    body: definitionPatchSchema,
    answer: definitionSchema,
    version: ({ version }) => version,
    handle: ({ c, actor, params: { id }, body }) =>
      editDefinition(services, actor, { id, version: versionIn(c.req.header('If-Match')), patch: body }),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions/{id}/versions',
    tag,
    summary: 'Every version of a definition, newest first',
    params,
    answer: definitionVersionsSchema,
    handle: ({ actor, params: { id } }) => listVersions(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions/{id}/origins',
    tag,
    summary: 'Where it came from: the batches that changed it or decided about it, newest first',
    params,
    answer: originsSchema,
    handle: ({ actor, params: { id } }) => listOrigins(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'get',
    path: '/definitions/{id}/reviews',
    tag,
    summary: 'What people answered to the questions no rule can decide, of every version',
    params,
    answer: reviewsSchema,
    handle: ({ actor, params: { id } }) => listReviews(services, actor, id),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/definitions/{id}/reviews/{rule}',
    tag,
    summary: 'Answer one of those questions about the version there is, or take the answer back',
    params: z.object({ id: z.uuid(), rule: reviewRuleSchema }),
    body: reviewChangeSchema,
    answer: reviewsSchema,
    handle: ({ actor, params: { id, rule }, body }) => answerReview(services, actor, { id, ruleId: rule, input: body }),
  });
  addEndpoint(api, services, {
    method: 'post',
    path: '/selections/count',
    tag,
    summary: 'How many definitions a selection holds',
    body: z.object({ selection: selectionSchema }).strict(),
    answer: selectionCountSchema,
    handle: ({ actor, body }) => countSelection(services, actor, body.selection),
  });
}
