import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { ChangeSettings, settingsId } from "../settings.ts";

export const getChangeSettings = endpoint({
  id: "getChangeSettings",
  summary: "The rules for all changes",
  route: "GET /change-settings",
  permission: "change:read_all",
  reply: ChangeSettings,
  refusals: [],
  handle: (_request, { settingsRecord }: ChangeContext) => settingsRecord.get(settingsId),
});
