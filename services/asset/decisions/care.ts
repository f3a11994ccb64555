import * as z from "zod";
import { ShortText } from "../../../shared/domain/texts.ts";
import { assetLifecycle } from "../asset.ts";
import { AssetRepaired, AssetReportedMissing, AssetSentForRepair } from "../events.ts";
import { command, happened, reasonIn, violation, withNobody } from "./command.ts";

/** It is repaired or maintained; whose it is stays so. */
export const repair = command({
  body: z.strictObject({ what: ShortText.describe("What is wrong, or what is done") }),
  decide: (asset, { what }) => {
    const state = assetLifecycle.next(asset.state, "repair");
    // What came from stock is at home nowhere else: it goes back there.
    const nowhere = { stockroomId: undefined, locationId: undefined, location: undefined };
    const changes = { state, substate: "none", ...(asset.stockroomId === undefined ? {} : nowhere) };
    return [happened(AssetSentForRepair, asset, changes, { what })];
  },
});

/** Back to who, or where, it was before. */
export const resume = command({
  body: z.strictObject({}),
  decide: (asset) => {
    const state = assetLifecycle.next(asset.state, "resume");
    if (asset.holderId === undefined && asset.locationId === undefined)
      throw violation("body", "It came from stock: put it back into a stockroom");
    return [happened(AssetRepaired, asset, { state, substate: "none" })];
  },
});

/** Nobody knows where it is. Who had it last is remembered. */
export const reportMissing = command({
  body: z.strictObject({
    substate: z.enum(["lost", "stolen"]).default("lost"),
    report: ShortText.optional().describe("What is known of it, such as the number at the police"),
  }),
  decide: (asset, { substate, report }) => {
    const state = assetLifecycle.next(asset.state, "reportMissing");
    const nowhere = { stockroomId: undefined, locationId: undefined, location: undefined };
    const changes = { state, substate: reasonIn(state, substate), ...withNobody(asset), ...nowhere };
    return [happened(AssetReportedMissing, asset, changes, { report })];
  },
});
