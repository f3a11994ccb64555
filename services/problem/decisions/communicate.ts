import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { ProblemFixCommunicated, ProblemWorkaroundCommunicated } from "../events.ts";
import type { Communication, Problem } from "../problem.ts";
import { type Circumstances, command, happened } from "./command.ts";

const AudienceOf = z.enum(["callers", "agents"]).describe("callers: a comment they read; agents: a note");

const missing = (path: string, message: string) =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

/** The next thing the problem tells; numbers grow over both kinds, so that the newer one is known. */
const next = (
  { communicated = {} }: Problem,
  said: Pick<Communication, "text" | "audience">,
  { now }: Circumstances,
): Communication => {
  const told = [communicated.workaround?.number ?? 0, communicated.fix?.number ?? 0];
  return { ...said, number: Math.max(...told) + 1, at: now };
};

/** Tells everybody with a linked incident how to go on. Incidents that are tied to it later are told, too. */
export const tellWorkaround = command({
  body: z.strictObject({
    audience: AudienceOf,
    text: LongText.optional().describe("Instead of the workaround as it is written"),
  }),
  decide: (problem, { audience, text = problem.workaround }, on) => {
    if (text === undefined)
      throw missing("body.text", "There is no workaround yet: write one or say it here");
    const communication = next(problem, { text, audience }, on);
    const communicated = { ...problem.communicated, workaround: communication };
    return [happened(ProblemWorkaroundCommunicated, problem, { communicated }, { communication })];
  },
});

/** Tells everybody with a linked incident of the fix, planned or done. */
export const tellFix = command({
  body: z.strictObject({ audience: AudienceOf, text: LongText }),
  decide: (problem, said, on) => {
    const communication = next(problem, said, on);
    const communicated = { ...problem.communicated, fix: communication };
    return [happened(ProblemFixCommunicated, problem, { communicated }, { communication })];
  },
});
