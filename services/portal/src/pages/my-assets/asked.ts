import type { Schemas } from "../../../../../docs/generated/api.ts";

export type MyAsset = Schemas["Asset"];

/** Whether its holder was asked to confirm it and has not answered. */
export const isToBeConfirmed = ({ acceptance }: MyAsset): boolean =>
  acceptance !== undefined && acceptance.answer === undefined;

/** Whether its holder was asked to give it back: by name, as on their leaving, or since it was only lent. */
export const isToBeReturned = ({ substate, isLoan, expectedReturnAt }: MyAsset): boolean =>
  substate === "pending_return" || (isLoan === true && expectedReturnAt !== undefined);

const urgency = (asset: MyAsset): number => {
  if (isToBeConfirmed(asset)) return 0;
  return isToBeReturned(asset) ? 1 : 2;
};

/** What somebody is asked about stands first: to be confirmed, then to be given back, the soonest first. */
export const askedFirst = (assets: readonly MyAsset[]): readonly MyAsset[] =>
  assets.toSorted(
    (one, other) =>
      urgency(one) - urgency(other) ||
      (one.expectedReturnAt ?? "9").localeCompare(other.expectedReturnAt ?? "9") ||
      one.name.localeCompare(other.name),
  );
