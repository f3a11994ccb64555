import * as z from "zod";
import { assetLifecycle } from "../asset.ts";
import { AssetRecovered, AssetSent, AssetSetAside, AssetStocked } from "../events.ts";
import { StockroomId } from "../kept-ids.ts";
import { allSubstates } from "../substates.ts";
import { command, happened, inRoom, reasonIn, withNobody } from "./command.ts";

const Substate = z.enum(allSubstates).optional().describe("Why it is there, where not to be handed out");
const intoRoom = z.strictObject({ stockroomId: StockroomId, substate: Substate });

/** Into a stockroom: from the gate, from the way there, or from repair. */
export const stock = command({
  body: intoRoom,
  decide: (asset, { substate }, { named }) => {
    const state = assetLifecycle.next(asset.state, "stock");
    const reason = reasonIn(state, substate);
    const changes = { state, substate: reason, ...withNobody(asset), ...inRoom(named.stockroom) };
    return [happened(AssetStocked, asset, changes)];
  },
});

/** It was missing, and is in a stockroom again. */
export const recover = command({
  body: intoRoom,
  decide: (asset, { substate }, { named }) => {
    const state = assetLifecycle.next(asset.state, "recover");
    const reason = reasonIn(state, substate);
    const changes = { state, substate: reason, ...withNobody(asset), ...inRoom(named.stockroom) };
    return [happened(AssetRecovered, asset, changes)];
  },
});

/** It stays where it is, for another reason than before. */
export const setAside = command({
  body: z.strictObject({ substate: z.enum(allSubstates) }),
  decide: (asset, { substate }) => {
    const state = assetLifecycle.next(asset.state, "setAside");
    const reason = reasonIn(state, substate);
    return reason === asset.substate ? [] : [happened(AssetSetAside, asset, { substate: reason })];
  },
});

/** To another stockroom. Until it is put away there nobody counts it. */
export const send = command({
  body: z.strictObject({ stockroomId: StockroomId.describe("Where it is to go"), substate: Substate }),
  decide: (asset, { substate }, { named }) => {
    const state = assetLifecycle.next(asset.state, "send");
    const reason = reasonIn(state, substate);
    return [happened(AssetSent, asset, { state, substate: reason, ...inRoom(named.stockroom) })];
  },
});
