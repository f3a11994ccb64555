import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeSettings, Settings, SettingsFields, settingsId } from "../settings.ts";
import type { IncidentContext } from "../table.ts";

export const changeIncidentSettings = endpoint({
  id: "changeIncidentSettings",
  summary: "Set the desk's rules; open incidents keep the priority they have until they are edited",
  route: "PUT /incident-settings",
  permission: "incident:administer",
  body: SettingsFields,
  reply: Settings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { settingsRecord }: IncidentContext) =>
    settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
});
