import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { IncidentCommented, IncidentNoted, IncidentStarted } from "../events.ts";
import { type Incident, incidentLifecycle } from "../incident.ts";
import { after, type Circumstances, command, happened } from "./command.ts";
import { autoCloseAt } from "./edits.ts";

/** Any word on a resolved incident, or file, starts the wait until closing anew. */
export const activity = (incident: Incident, { settings, now }: Circumstances): Partial<Incident> =>
  incident.state === "resolved" ? { autoCloseAt: autoCloseAt(settings, now) } : {};

/** A duplicate that waited for its caller is back in work, should it turn out to be none, once they answered. */
const answered = ({ mergedFrom, callerId }: Incident, { actor }: Circumstances): Partial<Incident> => {
  if (mergedFrom?.holdReason !== "awaiting_caller" || actor.id !== callerId) return {};
  const { at, by } = mergedFrom;
  return { mergedFrom: { at, by, state: "in_progress" } };
};

/**
 * A public comment: the caller reads it. The caller's own answer takes an incident that waits for it back to
 * work. After closing only an agent's reopening lets talk go on; on a duplicate it goes on with the one that stays.
 */
export const comment = command({
  body: z.strictObject({ text: LongText }),
  decide: (incident, { text }, on) => {
    const isMerged = incident.mergedInto !== undefined;
    if (!isMerged && (incident.state === "closed" || incident.state === "cancelled")) {
      throw new Refusal("illegal_transition", `"comment" is not possible in state "${incident.state}"`);
    }
    const published = incident.restricted ? {} : { text };
    const more = { ...activity(incident, on), ...answered(incident, on) };
    const said = [happened(IncidentCommented, incident, more, published, { text })];
    if (isMerged) return said;
    const waited = incident.state === "on_hold" && incident.holdReason === "awaiting_caller";
    if (!waited || on.actor.id !== incident.callerId) return said;
    const state = incidentLifecycle.next(incident.state, "start");
    return [...said, happened(IncidentStarted, after(incident, said), { state, holdReason: undefined }, {})];
  },
});

/** An internal note: agents only, at any time, never published. */
export const note = command({
  body: z.strictObject({ text: LongText }),
  decide: (incident, { text }, on) => [
    happened(IncidentNoted, incident, activity(incident, on), {}, { text }),
  ],
});
