import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCi } from "../api.ts";
import { ciParams } from "../ci-endpoint.ts";
import { CiEdits, editCi as decide } from "../decisions/ci.ts";
import type { ConfigurationContext } from "../table.ts";

export const editCi = endpoint({
  id: "editCi",
  summary: "Correct or add facts; null removes a field or an attribute",
  route: "PATCH /cis/{ciId}",
  permission: "configuration:write",
  params: ciParams,
  body: CiEdits,
  reply: SeenCi,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition", "already_exists"],
  handle: async ({ params, body, ifMatch }, { cis, model }: ConfigurationContext) => {
    const { classId } = await cis.get(params.ciId);
    const chain = await (body.attributes === undefined
      ? model.chainOf(classId)
      : model.freshChainOf(classId));
    return cis.update(params.ciId, ifMatch, (ci) => decide(ci, body, chain));
  },
});
