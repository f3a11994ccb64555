import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { note } from "../decisions/talk.ts";
import { IncidentAttachmentAdded } from "../events-attachments.ts";
import { ofDuplicates, survivorOf } from "../pass-to-duplicates.ts";
import type { IncidentContext } from "../table.ts";

export const duplicateAttached = subscription({
  id: "duplicate-attached",
  summary:
    "That there is another file on a duplicate reaches who works on the incident that stayed, as a note.",
  event: IncidentAttachmentAdded,
  where: ofDuplicates,
  handle: async ({ meta, data: { attachment } }, context: IncidentContext) => {
    const { incidents, settings, now } = context;
    const survivor = await survivorOf(await incidents.get(meta.subject), context);
    if (survivor.id === meta.subject) return;
    const called = attachment.name === undefined ? "" : `: ${attachment.name}`;
    const on = { actor: serviceActor("incident"), now: now(), settings: await settings() };
    await incidents.update(survivor.id, undefined, (incident) =>
      note.decide(incident, { text: `File on duplicate ${meta.subject}${called}` }, on),
    );
  },
});
