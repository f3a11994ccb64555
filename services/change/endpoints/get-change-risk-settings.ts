import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { RiskSettings, riskSettingsId } from "../risk-settings.ts";

export const getChangeRiskSettings = endpoint({
  id: "getChangeRiskSettings",
  summary: "How the risk of changes is worked out, and the questionnaire",
  route: "GET /change-risk-settings",
  permission: "change:read_all",
  reply: RiskSettings,
  refusals: [],
  handle: (_request, { riskSettingsRecord }: ChangeContext) => riskSettingsRecord.get(riskSettingsId),
});
