import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeSettings, changeSettings, SettingsFields, settingsId } from "../settings.ts";

export const changeChangeSettings = endpoint({
  id: "changeChangeSettings",
  summary: "Set the rules for all changes; who is asked already stays asked",
  route: "PUT /change-settings",
  permission: "change:administer",
  body: SettingsFields,
  reply: ChangeSettings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { settingsRecord }: ChangeContext) =>
    settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
});
