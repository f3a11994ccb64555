import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeParams, circumstancesOf } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { AskPermit, claimsOf, givePermit } from "../decisions/permit.ts";
import { sealPermit } from "../permit.ts";

const Permit = z.object({
  permit: z.string().describe("A JSON Web Token signed with Ed25519; its key is at `GET /gate/keys`"),
  changeId: z.string(),
  expiresAt: z.iso.datetime(),
});

export const issuePermit = endpoint({
  id: "issuePermit",
  summary: "A short-lived signed permit to carry a change out, when that may begin now",
  route: "POST /changes/{changeId}/permit",
  permission: "change:implement",
  params: changeParams,
  body: AskPermit,
  reply: Permit,
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params, body, actor }, context: ChangeContext) => {
    const { changes, permitKey } = context;
    const on = await circumstancesOf(await changes.get(params.changeId), actor, context);
    // A repeated request is answered with the change as it was after the first: its last permit is the same.
    const { permits = [] } = await changes.update(params.changeId, undefined, (change) =>
      givePermit(change, body, on),
    );
    const given = permits.at(-1);
    if (given === undefined) throw new Error("A permit was given and is not remembered");
    const permit = await sealPermit(permitKey, claimsOf(params.changeId, given));
    return { permit, changeId: params.changeId, expiresAt: given.expiresAt };
  },
});
