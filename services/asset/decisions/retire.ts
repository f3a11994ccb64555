import * as z from "zod";
import { ShortText } from "../../../shared/domain/texts.ts";
import { assetLifecycle } from "../asset.ts";
import { AssetDisposed, AssetRetired } from "../events.ts";
import { isHeldByLaw, substates } from "../substates.ts";
import { command, happened, reasonIn, violation, withNobody } from "./command.ts";

/** Out of service for good. What is not with somebody else already waits for disposal. */
export const retire = command({
  body: z.strictObject({ substate: z.enum(substates.retired).default("pending_disposal") }),
  decide: (asset, { substate }, { now }) => {
    const state = assetLifecycle.next(asset.state, "retire");
    if (isHeldByLaw(asset)) throw violation("body", "It is under legal hold");
    const reason = reasonIn(state, substate);
    const changes = { ...withNobody(asset), state, substate: reason, retiredAt: now, reservations: [] };
    return [happened(AssetRetired, asset, changes)];
  },
});

/** It has left the house, with the evidence that auditors and data protection ask for. */
export const dispose = command({
  body: z.strictObject({
    how: z.enum(["disposed", "sold", "donated", "vendor_credit", "lease_return", "rma", "buy_out"]),
    on: z.iso.date().optional().describe("Today unless given"),
    certificate: ShortText.describe("Number or address of the certificate or receipt"),
    wiped: z.enum(["wiped", "destroyed", "no_data"]).describe("What became of the data on it"),
    wipeEvidence: ShortText.optional().describe("Needed where data was wiped or destroyed"),
    recipient: ShortText.optional(),
  }),
  decide: (asset, { on = undefined, ...body }, { actor, now }) => {
    const state = assetLifecycle.next(asset.state, "dispose");
    if (asset.disposal) throw violation("body", `It left on ${asset.disposal.on} already`);
    if (body.wiped !== "no_data" && body.wipeEvidence === undefined)
      throw violation("body.wipeEvidence", "Say how it can be proved that no data left with it");
    const disposal = { ...body, on: on ?? now.slice(0, 10), by: actor.id };
    const nowhere = { stockroomId: undefined, locationId: undefined, location: undefined };
    return [happened(AssetDisposed, asset, { state, substate: body.how, disposal, ...nowhere })];
  },
});
