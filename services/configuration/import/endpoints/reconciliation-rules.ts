import { occurred } from "../../../../shared/dynamo/record.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { ReconciliationRulesChanged } from "../../events-import.ts";
import { Rules, RulesFields, rulesId } from "../../reconciliation-rules.ts";
import type { ConfigurationContext } from "../../table.ts";

export const getReconciliationRules = endpoint({
  id: "getReconciliationRules",
  summary: "Whose word counts for which attribute where sources differ",
  route: "GET /ci-reconciliation-rules",
  permission: "configuration:read_all",
  reply: Rules,
  refusals: [],
  handle: (_request, { rulesRecord }: ConfigurationContext) => rulesRecord.get(rulesId),
});

export const changeReconciliationRules = endpoint({
  id: "changeReconciliationRules",
  summary: "Say whose word counts; what is written already stays until its sources speak again",
  route: "PUT /ci-reconciliation-rules",
  permission: "configuration:administer",
  body: RulesFields,
  reply: Rules,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { rulesRecord }: ConfigurationContext) =>
    rulesRecord.update(rulesId, ifMatch, () => [
      occurred(ReconciliationRulesChanged, { precedenceRules: body.precedence.length }, body),
    ]),
});
