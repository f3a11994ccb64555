import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeSettings, MonitoringSettings, SettingsFields, settingsId } from "../settings.ts";
import type { MonitoringContext } from "../table.ts";

export const changeMonitoringSettings = endpoint({
  id: "changeMonitoringSettings",
  summary: "Set what is made of alerts from now on",
  route: "PUT /monitoring-settings",
  permission: "monitoring:administer",
  body: SettingsFields,
  reply: MonitoringSettings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { settingsRecord }: MonitoringContext) =>
    settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
});
