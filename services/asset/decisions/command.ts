import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { Asset, AssetState } from "../asset.ts";
import type { AssetEvent, AssetSnapshot } from "../events.ts";
import type { Model } from "../model.ts";
import type { Location, Stockroom } from "../places.ts";
import { movesBetween } from "../stock.ts";
import { substates } from "../substates.ts";

/** Records that a request names, as they are. */
export type Named = {
  readonly model?: Model;
  readonly location?: Location;
  readonly stockroom?: Stockroom;
};

/** What a decision is made with besides the record and the request: who, when (ISO 8601 UTC), with what. */
export type Circumstances = { readonly actor: Actor; readonly now: string; readonly named: Named };

/** Something people do to an asset: the input it takes and the pure decision it leads to. */
export type Command<B extends z.ZodType = z.ZodType> = {
  readonly body: B;
  readonly decide: (asset: Asset, body: z.output<B>, on: Circumstances) => Decision<Asset>;
};

export const command = <B extends z.ZodType>(declared: Command<B>): Command<B> => declared;

/** The asset as its events publish it: what it is and where, not what it cost or what is noted about it. */
export const snapshotOf = (asset: Asset): AssetSnapshot => {
  const { id, tag, serial, name, modelId, modelName, manufacturer, kind } = asset;
  const { ciClassId, ciId, state, substate } = asset;
  const { holderId, locationId, location, stockroomId, ownerTeamId, costCenterId } = asset;
  const { expectedReturnAt, isLoan, warrantyEndsOn, errandId } = asset;
  return {
    ...{ id, tag, serial, name, modelId, modelName, manufacturer, kind, ciClassId, ciId, state, substate },
    ...{ holderId, locationId, location, stockroomId, ownerTeamId, costCenterId },
    ...{ expectedReturnAt, isLoan, warrantyEndsOn, errandId },
  };
};

/** An event about an asset, carrying the asset as the changes leave it, and what that moves in stock. */
export const happened = (
  event: EventType<AssetEvent>,
  asset: Asset,
  changes: Partial<Asset>,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<Asset> => {
  const now = { ...asset, ...changes };
  const moves = movesBetween(asset, now);
  const data = { asset: snapshotOf(now), ...(moves.length > 0 ? { moves } : {}) };
  return occurred(event, data, changes, confidential);
};

/** The asset as it is after the occurrences so far, for a decision of more than one event. */
export const after = (asset: Asset, decision: Decision<Asset>): Asset =>
  Object.assign({}, asset, ...decision.map(({ changes }) => changes));

/** The reason an asset has in a state: the wanted one, if the state has it, else the state's usual one. */
export const reasonIn = (state: AssetState, wanted: string | undefined): string => {
  const possible: readonly [string, ...string[]] = substates[state];
  if (wanted === undefined) return possible[0];
  if (possible.includes(wanted)) return wanted;
  const message = `In state "${state}" it is one of ${possible.join(", ")}`;
  throw new Refusal("invalid_input", undefined, [{ path: "body.substate", message }]);
};

export const violation = (path: string, message: string): Refusal =>
  new Refusal("rule_violation", undefined, [{ path, message }]);

/** With nobody, and on nobody's list: what an asset is that comes back. */
export const withNobody = ({ holderId, lastHolderId }: Asset): Partial<Asset> => ({
  holderId: undefined,
  lastHolderId: holderId ?? lastHolderId,
  checkedOutAt: undefined,
  expectedReturnAt: undefined,
  chasedAt: undefined,
  isLoan: undefined,
  acceptance: undefined,
});

/** At a place; in no stockroom. */
export const at = (location: Location | undefined): Partial<Asset> => ({
  locationId: location?.id,
  location: location?.name,
  stockroomId: undefined,
});

/** In a stockroom, so where that is. */
export const inRoom = (stockroom: Stockroom | undefined): Partial<Asset> => ({
  stockroomId: stockroom?.id,
  locationId: stockroom?.locationId,
  location: undefined,
});
