import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Asset, assetLifecycle, PersonId } from "../asset.ts";
import {
  AssetCheckedOut,
  AssetDeployed,
  AssetMoved,
  AssetReturned,
  AssetReturnRequested,
} from "../events.ts";
import { LocationId, StockroomId } from "../kept-ids.ts";
import { overlap, type Reservation } from "../reservation.ts";
import { allSubstates, isToBeHad } from "../substates.ts";
import {
  at,
  type Circumstances,
  command,
  happened,
  inRoom,
  reasonIn,
  violation,
  withNobody,
} from "./command.ts";

/** Later than any reservation can be. */
const forever = "9999-12-31T23:59:59.999Z";

const Instant = z.iso.datetime().describe("UTC");

const refuseKeptBack = (asset: Asset): void => {
  if (!isToBeHad(asset)) throw violation("body", `It is in stock as ${asset.substate}: not to be handed out`);
};

/** Nobody gets what is promised to somebody else for that time; one's own reservation is used up by it. */
const unlessReserved = (
  { reservations }: Asset,
  personId: string | undefined,
  span: { readonly from: string; readonly to: string },
): readonly Reservation[] => {
  const meant = reservations.filter((each) => overlap(each, span));
  const other = meant.find((each) => each.personId !== personId);
  if (other)
    throw violation("body.expectedReturnAt", `Reserved from ${other.from} to ${other.to} for somebody else`);
  return reservations.filter((each) => !meant.includes(each));
};

const mustBeAhead = (instant: string | undefined, now: string, path: string): void => {
  if (instant !== undefined && instant <= now)
    throw new Refusal("invalid_input", undefined, [{ path, message: "This is over already" }]);
};

const utc = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString();

const asked = ({ named: { model } }: Circumstances, asks = model?.acceptance): Partial<Asset> =>
  asks === undefined ? { acceptance: undefined } : { acceptance: { asks } };

/** A person takes over an asset. Of several who are given it at once exactly one gets it. */
export const checkOut = command({
  body: z.strictObject({
    holderId: PersonId,
    locationId: LocationId.optional().describe("Where they use it"),
    expectedReturnAt: Instant.optional(),
    isLoan: z.boolean().default(false).describe("For a while only: needs `expectedReturnAt`"),
    asks: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .optional()
      .describe("What the holder is to confirm; else what its model says, if it says so"),
  }),
  decide: (asset, { holderId, expectedReturnAt, isLoan, asks }, on) => {
    const state = assetLifecycle.next(asset.state, "checkOut");
    refuseKeptBack(asset);
    mustBeAhead(expectedReturnAt, on.now, "body.expectedReturnAt");
    if (isLoan && expectedReturnAt === undefined)
      throw violation("body.expectedReturnAt", "A loan says until when");
    const until = utc(expectedReturnAt);
    const reservations = unlessReserved(asset, holderId, { from: on.now, to: until ?? forever });
    const changes = {
      ...{ state, substate: "none", holderId, checkedOutAt: on.now, expectedReturnAt: until },
      ...{ isLoan: isLoan || undefined, chasedAt: undefined, reservations: [...reservations] },
      ...at(on.named.location),
      ...asked(on, asks),
    };
    return [happened(AssetCheckedOut, asset, changes)];
  },
});

/** In use at a place and not with a person: a server in its rack, a printer in its corridor. */
export const deploy = command({
  body: z.strictObject({ locationId: LocationId }),
  decide: (asset, _body, on) => {
    const state = assetLifecycle.next(asset.state, "deploy");
    refuseKeptBack(asset);
    const reservations = unlessReserved(asset, undefined, { from: on.now, to: forever });
    const changes = { state, substate: "none", reservations: [...reservations], ...at(on.named.location) };
    return [happened(AssetDeployed, asset, changes)];
  },
});

/** In use elsewhere from now on, or with somebody else, without having been in stock between. */
export const move = command({
  body: z
    .strictObject({ locationId: LocationId.optional(), holderId: PersonId.optional() })
    .refine(
      (body) => body.locationId !== undefined || body.holderId !== undefined,
      "Name a place or a person",
    ),
  decide: (asset, { locationId, holderId = asset.holderId }, on) => {
    const state = assetLifecycle.next(asset.state, "move");
    const place = locationId === undefined ? {} : at(on.named.location);
    if (holderId === asset.holderId)
      return locationId === asset.locationId || locationId === undefined
        ? []
        : [happened(AssetMoved, asset, { state, ...place })];
    const reservations = unlessReserved(asset, holderId, { from: on.now, to: forever });
    const person = { ...withNobody(asset), substate: "none", holderId, checkedOutAt: on.now, ...asked(on) };
    return [happened(AssetMoved, asset, { state, ...person, ...place, reservations: [...reservations] })];
  },
});

/** Its holder is asked to bring it back; who does not is asked again. */
export const requestReturn = command({
  body: z.strictObject({ by: Instant.describe("Until when, UTC") }),
  decide: (asset, { by }, { now }) => {
    const state = assetLifecycle.next(asset.state, "requestReturn");
    mustBeAhead(by, now, "body.by");
    unlessReserved(asset, asset.holderId, { from: now, to: utc(by) ?? by });
    const changes = { state, substate: "pending_return", expectedReturnAt: utc(by), chasedAt: undefined };
    return [happened(AssetReturnRequested, asset, changes)];
  },
});

/** It is back in a stockroom. */
export const checkIn = command({
  body: z.strictObject({
    stockroomId: StockroomId,
    substate: z.enum(allSubstates).optional().describe("Its condition, where it cannot be handed out again"),
  }),
  decide: (asset, { substate }, { named }) => {
    const state = assetLifecycle.next(asset.state, "checkIn");
    const reason = reasonIn(state, substate);
    const changes = { state, substate: reason, ...withNobody(asset), ...inRoom(named.stockroom) };
    return [happened(AssetReturned, asset, changes)];
  },
});
