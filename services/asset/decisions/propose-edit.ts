import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Asset } from "../asset.ts";
import { AssetEditApproved, AssetEditProposed, AssetEditRejected } from "../events.ts";
import type { AssetSettings } from "../settings.ts";
import { after, command, happened, violation } from "./command.ts";
import { type Edits, edit } from "./edit.ts";

const Reason = z.string().trim().min(1).max(2000);

/** Refuses to change alone what another one has to approve. */
export const mustNotBeGuarded = (
  edits: Readonly<Record<string, unknown>>,
  { approvedFields }: Pick<AssetSettings, "approvedFields">,
): void => {
  const guarded = approvedFields.find((field) => edits[field] !== undefined);
  if (guarded !== undefined) throw violation(`body.${guarded}`, "Another one approves it: propose it");
};

/** What the facts should be, for somebody else to approve; one proposal of an asset at a time. */
export const proposeEdit = command({
  body: z.strictObject({ edits: edit.body, reason: Reason.optional() }),
  decide: (asset, { edits, reason }, on) => {
    if (asset.proposal !== undefined)
      throw new Refusal("rule_violation", `${asset.proposal.by} has proposed an edit: decide on that first`);
    // What could not be done now is not worth a decision.
    if (edit.decide(asset, edits, on).length === 0) return [];
    const proposal = { edits, reason, by: on.actor.id, at: on.now };
    return [happened(AssetEditProposed, asset, { proposal })];
  },
});

const proposalOf = ({ proposal }: Asset): NonNullable<Asset["proposal"]> => {
  if (proposal === undefined) throw new Refusal("illegal_transition", "No edit of it is proposed");
  return proposal;
};

/** The facts are as proposed. Nobody approves what they proposed themselves. */
export const approveEdit = command({
  body: z.strictObject({}),
  decide: (asset, _body, on) => {
    const { edits, by } = proposalOf(asset);
    if (by === on.actor.id) throw new Refusal("forbidden", "Somebody else approves what you propose");
    const approved: Decision<Asset> = [
      happened(AssetEditApproved, asset, { proposal: undefined }, { proposedBy: by }),
    ];
    return [...approved, ...edit.decide(after(asset, approved), edits as Edits, on)];
  },
});

/** The facts stay; who proposed it may also think better of it. */
export const rejectEdit = command({
  body: z.strictObject({ reason: Reason }),
  decide: (asset, { reason }) => {
    const { by } = proposalOf(asset);
    return [happened(AssetEditRejected, asset, { proposal: undefined }, { proposedBy: by, reason })];
  },
});
