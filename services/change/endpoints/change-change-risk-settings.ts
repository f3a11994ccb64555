import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { changeRiskSettings, RiskSettings, RiskSettingsFields, riskSettingsId } from "../risk-settings.ts";

export const changeChangeRiskSettings = endpoint({
  id: "changeChangeRiskSettings",
  summary: "Say how the risk of changes is worked out; what was assessed before stays as it was",
  route: "PUT /change-risk-settings",
  permission: "change:manage",
  body: RiskSettingsFields,
  reply: RiskSettings,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { riskSettingsRecord }: ChangeContext) =>
    riskSettingsRecord.update(riskSettingsId, ifMatch, () => changeRiskSettings(body)),
});
