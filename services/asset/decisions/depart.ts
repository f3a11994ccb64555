import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Asset } from "../asset.ts";
import { AssetReservationEnded, AssetReturnRequested } from "../events.ts";
import type { CostCenter } from "../parties.ts";
import type { Seat } from "../software.ts";
import { happened } from "./command.ts";
import { tellOfCostCenter } from "./kept.ts";
import { release } from "./seat.ts";

/** Who leaves is asked for what they have, until their last day; who was asked already is not asked again. */
export const askBack = (asset: Asset, personId: string, by: string): Decision<Asset> => {
  if (asset.holderId !== personId || asset.state !== "in_use") return [];
  const isAsked = asset.substate === "pending_return" && (asset.expectedReturnAt ?? "") <= by;
  if (isAsked) return [];
  const expectedReturnAt =
    asset.expectedReturnAt !== undefined && asset.expectedReturnAt < by ? asset.expectedReturnAt : by;
  const changes = { substate: "pending_return", expectedReturnAt, chasedAt: undefined };
  return [happened(AssetReturnRequested, asset, changes)];
};

/** Who is gone needs no promise. */
export const dropReservations = (asset: Asset, personId: string): Decision<Asset> => {
  const reservations = asset.reservations.filter((each) => each.personId !== personId);
  return reservations.length === asset.reservations.length
    ? []
    : [happened(AssetReservationEnded, asset, { reservations })];
};

export const answersForMoney = ({ ownerId }: CostCenter, personId: string): boolean => ownerId === personId;

/** Who takes over answers for the money; where nobody does, it waits for somebody to be named. */
export const handOverCostCenter = (
  costCenter: CostCenter,
  personId: string,
  handOverTo: string | undefined,
): Decision<CostCenter> => {
  if (handOverTo === undefined || !answersForMoney(costCenter, personId)) return [];
  const changes = { ownerId: handOverTo };
  return [tellOfCostCenter({ ...costCenter, ...changes }, changes)];
};

export const dropSeat = (seat: Seat): Decision<Seat> =>
  seat.state === "allocated" ? release(seat, "departure") : [];
