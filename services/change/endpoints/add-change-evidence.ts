import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenChange } from "../change.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { addEvidence, Evidence } from "../decisions/permit.ts";
import { openPermit } from "../permit.ts";

export const addChangeEvidence = endpoint({
  id: "addChangeEvidence",
  summary: "Write back what became of the work that a permit was for",
  route: "POST /changes/{changeId}/evidence",
  permission: "change:implement",
  params: changeParams,
  body: Evidence.extend({ permit: z.string().min(1).max(4000) }),
  reply: SeenChange,
  refusals: ["not_found", "version_conflict", "rule_violation"],
  handle: async (
    { params, body: { permit, ...said }, ifMatch },
    { changes, permitKey, now }: ChangeContext,
  ) => {
    const claims = await openPermit(permitKey, permit);
    return changes.update(params.changeId, ifMatch, (change) => {
      if (!claims) throw new Refusal("rule_violation", "It was not given by this service, or was altered");
      return addEvidence(change, claims, said, { now: now() });
    });
  },
});
