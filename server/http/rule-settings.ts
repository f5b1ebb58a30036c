import { ruleSettingsChangeSchema, ruleSettingsSchema } from '#contract/rule-settings.ts';
import { changeSettings } from '#server/rules/change-settings.ts';
import { readSettings } from '#server/rules/read-settings.ts';
import type { Services } from '#server/services.ts';
import { type Api, addEndpoint } from './endpoint.ts';

const tag = 'Rules';

export function addRuleSettings(api: Api, services: Services): void {
  addEndpoint(api, services, {
    method: 'get',
    path: '/rule-settings',
    tag,
    summary: 'How your organisation wants its definitions checked',
    answer: ruleSettingsSchema,
    single: true,
    handle: ({ actor }) => readSettings(services, actor),
  });
  addEndpoint(api, services, {
    method: 'put',
    path: '/rule-settings',
    tag,
    summary: 'Choose the profile, switch rules, list words; stored verdicts stay until they are checked anew',
    body: ruleSettingsChangeSchema,
    answer: ruleSettingsSchema,
    single: true,
    handle: ({ actor, body }) => changeSettings(services, actor, body),
  });
}
