import { endpoint } from "../../../shared/http/endpoint.ts";
import { Settings, settingsId } from "../settings.ts";
import type { IncidentContext } from "../table.ts";

export const getIncidentSettings = endpoint({
  id: "getIncidentSettings",
  summary: "The desk's rules: priority matrix, closing, targets",
  route: "GET /incident-settings",
  permission: "incident:read_settings",
  reply: Settings,
  refusals: [],
  handle: (_request, { settingsRecord }: IncidentContext) => settingsRecord.get(settingsId),
});
