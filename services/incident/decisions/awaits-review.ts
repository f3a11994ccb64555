import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Incident } from "../incident.ts";

/** A major incident waits for its review: until then it neither closes by itself nor by hand. */
export const awaitsReview = ({ majorState, major }: Pick<Incident, "majorState" | "major">): boolean =>
  majorState === "accepted" && major?.review?.completedAt === undefined;

export const refuseUnreviewed = (incident: Incident): void => {
  if (awaitsReview(incident))
    throw new Refusal("rule_violation", "A major incident is reviewed, or demoted, before it ends");
};

/** Nothing closes by itself that still awaits its review. */
export const withoutClosing = (incident: Incident, changes: Partial<Incident>): Partial<Incident> =>
  changes.autoCloseAt !== undefined && awaitsReview({ ...incident, ...changes })
    ? { autoCloseAt: undefined }
    : {};
