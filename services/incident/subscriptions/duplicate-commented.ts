import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { note } from "../decisions/talk.ts";
import { IncidentCommented } from "../events.ts";
import { ofDuplicates, survivorOf } from "../pass-to-duplicates.ts";
import type { IncidentContext } from "../table.ts";

export const duplicateCommented = subscription({
  id: "duplicate-commented",
  summary: "What the caller of a duplicate says reaches who works on the incident that stayed, as a note.",
  event: IncidentCommented,
  where: ofDuplicates,
  handle: async ({ meta, data }, context: IncidentContext) => {
    // What was passed on to the duplicate comes from there.
    if (meta.causationId !== undefined) return;
    const { incidents, settings, now } = context;
    const survivor = await survivorOf(await incidents.get(meta.subject), context);
    if (survivor.id === meta.subject) return;
    const said = data.text === undefined ? "" : `: ${data.text}`;
    const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
    await incidents.update(survivor.id, undefined, (incident) =>
      note.decide(incident, { text: `Comment on duplicate ${meta.subject}${said}` }, on),
    );
  },
});
