import { subscription } from "../../../shared/events/subscription.ts";
import { StormCleared, StormLinked } from "../../monitoring/events.ts";
import { causeKey } from "../alert-cause.ts";
import { stormIsOver } from "../decisions/follow-alert.ts";
import { follow } from "../follow-alert.ts";
import type { IncidentContext } from "../table.ts";

/** `StormLinked` says it again to an incident that was opened when all was over. */
export const stormCleared = [StormCleared, StormLinked].map((event) =>
  subscription({
    id: event === StormCleared ? "storm-cleared" : "storm-linked",
    summary:
      "A storm's incident is resolved when all its alerts have recovered, unless a person works on it.",
    event,
    where: { storm: { state: ["cleared"] } },
    handle: async ({ meta, data: { storm } }, context: IncidentContext) => {
      if (storm.state !== "cleared") return;
      const cause = { id: storm.id, ...stormIsOver };
      const holder = await context.incidents.holder(causeKey(cause));
      if (!holder) return;
      const report = {
        state: "recovered",
        since: meta.occurredAt,
        occurrences: storm.total ?? storm.alerts,
      } as const;
      await follow(holder, { ...report, ...stormIsOver }, context);
    },
  }),
);
