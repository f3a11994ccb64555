import type { Asset } from "../asset.ts";

const day = 24 * 3_600_000;
/** Who does not bring something back is asked again after a week. */
const chaseEveryDays = 7;
/** Who has not said whether they have something is asked again after a long weekend. */
const acceptanceEveryDays = 3;
/** Time enough to have something repaired that was put up with so far. */
const warrantyNoticeDays = 30;

const plusDays = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * day).toISOString();

/** When the holder is to be asked for it (again). */
export const chaseAt = ({ state, expectedReturnAt, chasedAt }: Asset): string | undefined => {
  if (expectedReturnAt === undefined || (state !== "in_use" && state !== "in_maintenance")) return undefined;
  return chasedAt === undefined ? expectedReturnAt : plusDays(chasedAt, chaseEveryDays);
};

/** When to tell that its warranty ends. */
export const warrantyNoticeAt = ({ state, warrantyEndsOn, warrantyNoticed }: Asset): string | undefined =>
  warrantyEndsOn === undefined || warrantyNoticed || state === "retired"
    ? undefined
    : plusDays(`${warrantyEndsOn}T00:00:00.000Z`, -warrantyNoticeDays);

/** When its holder is to be asked (again) whether they have it. */
export const acceptanceReminderAt = ({ state, acceptance, checkedOutAt }: Asset): string | undefined => {
  const isAwaited = state === "in_use" && acceptance !== undefined && acceptance.answer === undefined;
  const last = acceptance?.remindedAt ?? checkedOutAt;
  return isAwaited && last !== undefined ? plusDays(last, acceptanceEveryDays) : undefined;
};

/** When an asset is to be looked at next. */
export const dueAt = (asset: Asset): string | undefined =>
  [chaseAt(asset), warrantyNoticeAt(asset), acceptanceReminderAt(asset)]
    .filter((at) => at !== undefined)
    .toSorted()[0];
