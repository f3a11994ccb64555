import type { EventType } from "../../../shared/events/event-type.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import type { ChangeContext } from "../context.ts";
import { countUse } from "../decisions/template.ts";
import { ChangeImplemented, ChangeReviewed, type ChangeSnapshot } from "../events.ts";

/** What became of a change is known when it is implemented, and better when it was looked back upon. */
export const templateUsed = [ChangeImplemented, ChangeReviewed].map((event) =>
  subscription({
    id: `template-used-${event === ChangeReviewed ? "reviewed" : "implemented"}`,
    summary: "A template learns how its changes end; too many failures suspend it.",
    event: event as EventType<{ change: ChangeSnapshot }>,
    where: { change: { templateId: [{ exists: true }] } },
    handle: async ({ meta, data: { change } }, { templates }: ChangeContext) => {
      if (change.templateId === undefined) return;
      const failed = change.outcome === "failed" || change.outcome === "backed_out";
      const use = { changeId: change.id, sequence: meta.sequence, failed };
      await templates.update(change.templateId, undefined, (template) => countUse(template, use));
    },
  }),
);
