import { endpoint } from "../../../shared/http/endpoint.ts";
import { ProblemSettings, settingsId } from "../settings.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemSettings = endpoint({
  id: "getProblemSettings",
  summary: "How many like incidents in how many days make a candidate",
  route: "GET /problem-settings",
  permission: "problem:read",
  reply: ProblemSettings,
  refusals: [],
  handle: (_request, { settingsRecord }: ProblemContext) => settingsRecord.get(settingsId),
});
