import { endpoint } from "../../../shared/http/endpoint.ts";
import {
  changeMajorSettings as decide,
  MajorSettings,
  MajorSettingsFields,
  majorSettingsId,
} from "../major-settings.ts";
import type { IncidentContext } from "../table.ts";

export const changeMajorSettings = endpoint({
  id: "changeMajorIncidentSettings",
  summary: "Set when incidents are proposed as major ones, and the usual plan",
  route: "PUT /major-incident-settings",
  permission: "incident:administer",
  body: MajorSettingsFields,
  reply: MajorSettings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { majorSettingsRecord }: IncidentContext) =>
    majorSettingsRecord.update(majorSettingsId, ifMatch, () => decide(body)),
});
