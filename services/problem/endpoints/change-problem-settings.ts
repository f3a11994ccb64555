import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeSettings, ProblemSettings, SettingsFields, settingsId } from "../settings.ts";
import type { ProblemContext } from "../table.ts";

export const changeProblemSettings = endpoint({
  id: "changeProblemSettings",
  summary: "Set how many like incidents in how many days make a candidate",
  route: "PUT /problem-settings",
  permission: "problem:administer",
  body: SettingsFields,
  reply: ProblemSettings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { settingsRecord }: ProblemContext) =>
    settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
});
