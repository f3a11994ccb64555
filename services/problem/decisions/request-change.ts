import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId, LongText, ShortText } from "../../../shared/domain/texts.ts";
import { ProblemChangeRequested } from "../events.ts";
import { TeamId } from "../problem.ts";
import { command, happened } from "./command.ts";

/** More changes for one problem is a programme. */
const mostRequests = 50;

/** Asks for a change that fixes it; several if need be. The change that answers names the problem in its links. */
export const requestChange = command({
  body: z.strictObject({
    title: ShortText,
    description: LongText.optional(),
    // A standard change is opened from its template, which a problem does not know.
    type: z.enum(["normal", "emergency"]).default("normal"),
    ciIds: z
      .array(ForeignId)
      .max(50)
      .optional()
      .describe("Those of the root cause, or the problem's, unless given"),
    teamId: TeamId.optional(),
  }),
  decide: (problem, { ciIds, ...wanted }, { actor }) => {
    if (problem.state === "closed" || problem.state === "resolved")
      throw new Refusal("illegal_transition", `A change is not possible in state "${problem.state}"`);
    const number = problem.changeRequests + 1;
    if (number > mostRequests)
      throw new Refusal("rule_violation", `At most ${mostRequests} changes for one problem`);
    const affected = ciIds ?? (problem.rootCause?.ciIds.length ? problem.rootCause.ciIds : problem.ciIds);
    const request = { ...wanted, number, ciIds: affected, requestedBy: actor.id };
    return [happened(ProblemChangeRequested, problem, { changeRequests: number }, { request })];
  },
});
