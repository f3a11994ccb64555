import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeSettings, Settings, SettingsFields, settingsId } from "../settings.ts";
import type { KnowledgeContext } from "../table.ts";

export const changeKnowledgeSettings = endpoint({
  id: "changeKnowledgeSettings",
  summary: "Set the rules for articles; what is not given is as usual again",
  route: "PUT /knowledge-settings",
  permission: "knowledge:administer",
  body: SettingsFields,
  reply: Settings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { settingsRecord }: KnowledgeContext) =>
    settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
});
