import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  ChangeCancelled,
  ChangeClosed,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeLinked,
  ChangeOpened,
  ChangeReviewed,
  ChangeScheduled,
  type ChangeSnapshot,
} from "../../change/events.ts";
import { heardChange } from "../change-projection.ts";
import { followChange } from "../decisions/follow-change.ts";
import type { KnownChange } from "../problem.ts";
import type { ProblemContext } from "../table.ts";

/** Every event after which a change may be further with what it fixes, or have broken something. */
const events = [
  ChangeOpened,
  ChangeLinked,
  ChangeScheduled,
  ChangeImplementationStarted,
  ChangeImplemented,
  ChangeReviewed,
  ChangeClosed,
  ChangeCancelled,
];

const tell = async (problemId: string, change: KnownChange, context: ProblemContext): Promise<void> => {
  const { problems, settings, now } = context;
  const on = { actor: serviceActor("problem"), now: now(), settings: await settings() };
  let heir: string | undefined;
  try {
    await problems.update(problemId, undefined, (problem) => {
      heir = problem.duplicateOf;
      return heir === undefined ? followChange(problem, change, on) : [];
    });
    // The change goes on naming the duplicate; what it is to fix is the problem that stays.
    if (heir !== undefined) await tell(heir, change, context);
  } catch (error) {
    // A change may name a problem that is not there.
    if (!(error instanceof Refusal && error.code === "not_found")) throw error;
  }
};

export const changeChanged = events.map((event) =>
  subscription({
    id: subscriptionId(event),
    summary:
      "Problems follow the changes that are to fix them; what was done on CIs is remembered as a suspect.",
    event: event as unknown as EventType<{ change: ChangeSnapshot }>,
    handle: async ({ meta, data }, context: ProblemContext) => {
      const heard = heardChange(data.change);
      const { news, before } = await context.changes.keep(meta, heard);
      if (news === "old") return;
      const { id, state, outcome } = heard;
      const { sequence } = meta;
      for (const problemId of heard.problemIds)
        await tell(problemId, { id, state, outcome, sequence }, context);
      const left = (before?.problemIds ?? []).filter((problemId) => !heard.problemIds.includes(problemId));
      for (const problemId of left) await tell(problemId, { id, state: "untied", sequence }, context);
    },
  }),
);
