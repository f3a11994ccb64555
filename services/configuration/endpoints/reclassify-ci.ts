import * as z from "zod";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCi } from "../api.ts";
import { Attributes } from "../ci.ts";
import { CiClassId } from "../ci-class.ts";
import { ciParams } from "../ci-endpoint.ts";
import { reclassifyCi as decide } from "../decisions/reclassify.ts";
import type { ConfigurationContext } from "../table.ts";

export const reclassifyCi = endpoint({
  id: "reclassifyCi",
  summary: "The CI is of another class; number, history and relations stay, attributes it does not know go",
  route: "POST /cis/{ciId}/reclassify",
  permission: "configuration:write",
  params: ciParams,
  body: z.strictObject({
    classId: CiClassId,
    attributes: Attributes.default({}).describe("What the new class asks for besides"),
  }),
  reply: SeenCi,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation", "already_exists"],
  handle: async ({ params, body, ifMatch }, { cis, model }: ConfigurationContext) => {
    const chain = await later(model.freshChain(body.classId));
    return cis.update(params.ciId, ifMatch, (ci) => decide(ci, chain(), body.attributes));
  },
});
