import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { AssetAccepted, AssetDeclined } from "../events.ts";
import { command, happened } from "./command.ts";

/** The holder's own word on what they were given; nobody else's counts. */
export const accept = command({
  body: z.strictObject({
    accepted: z.boolean().default(true).describe("False: they do not have it, or not on these terms"),
    signature: z.string().trim().min(1).max(200).describe("Their name, as they sign"),
  }),
  decide: (asset, { accepted, signature }, { actor, now }) => {
    if (asset.holderId !== actor.id) throw new Refusal("forbidden", "Only its holder confirms that");
    if (!asset.acceptance) throw new Refusal("illegal_transition", "Nothing was asked to be confirmed");
    if (asset.acceptance.answer) throw new Refusal("illegal_transition", "This was answered already");
    const answer = accepted ? ("accepted" as const) : ("declined" as const);
    const acceptance = { ...asset.acceptance, answer, answeredAt: now, signature };
    return [happened(accepted ? AssetAccepted : AssetDeclined, asset, { acceptance })];
  },
});
