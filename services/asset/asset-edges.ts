import type { Edge } from "../../shared/dynamo/record.ts";
import type { Asset } from "./asset.ts";
import { editProposed, overdue, targets, toReturn, unaccepted, warrantyEnding } from "./targets.ts";

const isOut = ({ state }: Asset): boolean => state === "in_use" || state === "in_maintenance";

/** What is to come back from whom has it, and what of that was asked for in vain. */
const returns = (asset: Asset): readonly (readonly [string, string])[] => {
  const { expectedReturnAt, chasedAt } = asset;
  if (expectedReturnAt === undefined || !isOut(asset)) return [];
  const expected = [toReturn, expectedReturnAt] as const;
  return chasedAt === undefined ? [expected] : [expected, [overdue, expectedReturnAt]];
};

const others = (asset: Asset): readonly (readonly [string, string])[] => {
  const { state, acceptance, checkedOutAt = "", warrantyEndsOn, warrantyNoticed, proposal } = asset;
  const isUnaccepted = state === "in_use" && acceptance !== undefined && acceptance.answer !== "accepted";
  const isEnding = warrantyNoticed === true && warrantyEndsOn !== undefined && state !== "retired";
  return [
    ...(isUnaccepted ? [[unaccepted, checkedOutAt] as const] : []),
    ...(isEnding ? [[warrantyEnding, warrantyEndsOn] as const] : []),
    ...(proposal ? [[editProposed, proposal.at] as const] : []),
  ];
};

/** What an asset is found by besides its own fields: who has reserved it, and why somebody is to look after it. */
export const assetEdges = (asset: Asset): Edge[] => {
  const { id, reservations } = asset;
  const people = [...new Set(reservations.map(({ personId }) => personId))];
  return [
    ...people.map((personId) => ({ index: "byTarget", target: targets.reservedBy(personId), order: id })),
    ...[...returns(asset), ...others(asset)].map(([target, order]) => ({
      index: "byTarget",
      target,
      order: `${order}#${id}`,
    })),
  ];
};
