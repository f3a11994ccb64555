import type { Step } from "./approval.ts";
import type { Rule } from "./policy.ts";

/** How many of so many seats must approve. More than there are: it could never be approved. */
export const neededOf = (rule: Rule, seats: number): number => {
  if (rule.kind === "any") return 1;
  if (rule.kind === "all") return seats;
  // In whole numbers: 55 % of 20 seats is 11, which 0.55 * 20 as a binary fraction is not.
  return rule.kind === "quorum" ? rule.count : Math.max(1, Math.ceil((rule.percent * seats) / 100));
};

/**
 * What the ballots cast so far make of a step. Rejected as soon as the seats that are still vacant cannot
 * bring what is needed (an abstention fills its seat), or by the first rejection where one is enough.
 */
export const outcomeOf = ({
  needed,
  seats,
  ballots,
  oneRejectionEnds,
}: Pick<Step, "needed" | "seats" | "ballots" | "oneRejectionEnds">): "approved" | "rejected" | undefined => {
  const approvals = ballots.filter(({ verdict }) => verdict === "approve").length;
  const rejections = ballots.filter(({ verdict }) => verdict === "reject").length;
  if (oneRejectionEnds && rejections > 0) return "rejected";
  if (approvals >= needed) return "approved";
  const vacant = seats.length - ballots.length;
  return approvals + vacant < needed ? "rejected" : undefined;
};
