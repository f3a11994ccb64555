import { endpoint } from "../../../shared/http/endpoint.ts";
import { MajorSettings, majorSettingsId } from "../major-settings.ts";
import type { IncidentContext } from "../table.ts";

export const getMajorSettings = endpoint({
  id: "getMajorIncidentSettings",
  summary: "When incidents are proposed as major ones, and the usual plan",
  route: "GET /major-incident-settings",
  permission: "incident:read_settings",
  reply: MajorSettings,
  refusals: [],
  handle: (_request, { majorSettingsRecord }: IncidentContext) => majorSettingsRecord.get(majorSettingsId),
});
