import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { ProblemChangeRequested } from "../../problem/events.ts";
import type { ChangeContext } from "../context.ts";
import { OpenChange, openChange } from "../decisions/open.ts";

/** A standard change needs a template, which a problem does not name: people make one of it where it fits. */
const typeOf = (type: "standard" | "normal" | "emergency") => (type === "emergency" ? type : "normal");

export const problemChangeRequested = subscription({
  id: "problem-change-requested",
  summary: "Opens the change that is to fix a problem, in the name of who asked for it.",
  event: ProblemChangeRequested,
  handle: async ({ data: { problem, request } }, { changes, settings, now }: ChangeContext) => {
    const { title, description, type, ciIds, requestedBy, teamId } = request;
    const body = OpenChange.parse({
      title: title.slice(0, 200),
      ...(description ? { description: description.slice(0, 4000) } : {}),
      justification: `It fixes ${problem.id}`,
      type: typeOf(type),
      ciIds: [...new Set(ciIds)],
      requesterId: requestedBy,
      ...(teamId ? { teamId } : {}),
      links: [{ type: "problem", target: problem.id }],
    });
    const on = {
      actor: { ...serviceActor("change"), id: requestedBy },
      now: now(),
      settings: await settings(),
    };
    await changes.create((id) => openChange(id, body, on));
  },
});
