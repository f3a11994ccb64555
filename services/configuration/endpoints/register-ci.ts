import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenCi } from "../api.ts";
import { attributeFaults } from "../attributes.ts";
import { NewCi } from "../ci.ts";
import { registerCi as decide } from "../decisions/ci.ts";
import type { ConfigurationContext } from "../table.ts";

/** The class that fits; one that does not may have been changed a moment ago, so it is read anew. */
const fittingChain = async ({ classId, attributes }: NewCi, { model }: ConfigurationContext) => {
  const chain = await model.chain(classId);
  return attributeFaults(chain, attributes).length === 0 ? chain : model.freshChain(classId);
};

export const registerCi = endpoint({
  id: "registerCi",
  summary: "Register a configuration item of a class",
  route: "POST /cis",
  permission: "configuration:write",
  body: NewCi,
  reply: SeenCi,
  status: 201,
  refusals: ["already_exists", "rule_violation"],
  handle: async ({ body }, context: ConfigurationContext) => {
    const chain = await later(fittingChain(body, context));
    return context.cis.create((id) => decide(id, body, chain()));
  },
});
