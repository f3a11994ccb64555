import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { isOpen, type Problem, ProblemId } from "../problem.ts";
import { after, type Circumstances } from "./command.ts";
import { giveUp, inherit } from "./inherit.ts";
import { closeAsDuplicate } from "./progress.ts";
import { linkIncidents } from "./relate.ts";

export const DuplicateOf = z.strictObject({ of: ProblemId.describe("The problem that stays") });

const invalid = (message: string) => new Refusal("invalid_input", undefined, [{ path: "body.of", message }]);

/**
 * Decisions about the duplicate and the problem that stays: both happen or neither. Incidents follow the
 * duplicate's event, also those that only they know to be tied to it; changes, workaround and known error move here.
 */
export const markDuplicate = (
  duplicate: Problem,
  survivor: Problem | undefined,
  on: Circumstances,
): readonly [Decision<Problem>, Decision<Problem>] => {
  if (survivor === undefined) throw invalid("No such problem");
  if (survivor.id === duplicate.id) throw invalid("A problem is not its own duplicate");
  const closed = closeAsDuplicate(duplicate, survivor.id, on);
  if (!isOpen(survivor) && survivor.resolutionCode !== "risk_accepted")
    throw new Refusal("rule_violation", "The other one is over: analyse it again first");
  const { incidentIds } = duplicate;
  const linked = incidentIds.length > 0 ? linkIncidents.decide(survivor, { incidentIds }, on) : [];
  return [
    [...closed, ...giveUp(after(duplicate, closed), survivor.id)],
    [...linked, ...inherit(after(survivor, linked), duplicate, on)],
  ];
};
