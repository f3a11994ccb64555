import { endpoint } from "../../../shared/http/endpoint.ts";
import { MonitoringSettings, settingsId } from "../settings.ts";
import type { MonitoringContext } from "../table.ts";

export const getMonitoringSettings = endpoint({
  id: "getMonitoringSettings",
  summary: "What is made of alerts",
  route: "GET /monitoring-settings",
  permission: "monitoring:read",
  reply: MonitoringSettings,
  refusals: [],
  handle: (_request, { settingsRecord }: MonitoringContext) => settingsRecord.get(settingsId),
});
