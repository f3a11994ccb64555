import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { Analysis, RootCause } from "../analysis.ts";
import { ProblemInvestigated, ProblemWorkaroundChanged } from "../events.ts";
import type { Problem } from "../problem.ts";
import { command, happened } from "./command.ts";

const refuseClosed = ({ state, resolutionCode }: Problem): void => {
  if (state === "closed" && resolutionCode !== "risk_accepted")
    throw new Refusal("illegal_transition", "It is closed: analyse it again first");
};

const byTime = ({ timeline, ...rest }: Analysis): Analysis =>
  timeline === undefined
    ? rest
    : { ...rest, timeline: timeline.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) };

/** What is known of its causes, as a whole: five whys, causes by category, timeline. What is left out is gone. */
export const analyse = command({
  body: Analysis,
  decide: (problem, analysis) => {
    refuseClosed(problem);
    const changes = changedFields(problem, { analysis: byTime(analysis) });
    return Object.keys(changes).length === 0 ? [] : [happened(ProblemInvestigated, problem, changes, {})];
  },
});

/** Names the root cause, or with null none any more. */
export const setRootCause = command({
  body: z.strictObject({ rootCause: RootCause.nullable() }),
  decide: (problem, { rootCause }) => {
    refuseClosed(problem);
    const changes = changedFields(problem, { rootCause: rootCause ?? undefined });
    return Object.keys(changes).length === 0 ? [] : [happened(ProblemInvestigated, problem, changes, {})];
  },
});

/** How to go on until it is fixed; null: there is no way. Nobody is told by this alone. */
export const setWorkaround = command({
  body: z.strictObject({ text: LongText.nullable() }),
  decide: (problem, { text }) => {
    refuseClosed(problem);
    const changes = changedFields(problem, { workaround: text ?? undefined });
    return Object.keys(changes).length === 0
      ? []
      : [happened(ProblemWorkaroundChanged, problem, changes, {})];
  },
});
