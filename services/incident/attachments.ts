import type { Attached } from "../../shared/attachments/attached.ts";
import { published } from "../../shared/attachments/published.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { seesInside, worksOn } from "./access.ts";
import { incidentParams } from "./command-endpoint.ts";
import { happened } from "./decisions/command.ts";
import { activity } from "./decisions/talk.ts";
import {
  IncidentAttachmentAdded,
  IncidentAttachmentChecked,
  IncidentAttachmentRemoved,
} from "./events-attachments.ts";
import { type Incident, SeenIncident } from "./incident.ts";
import type { IncidentContext } from "./table.ts";

const events = {
  added: IncidentAttachmentAdded,
  removed: IncidentAttachmentRemoved,
  checked: IncidentAttachmentChecked,
};

/**
 * Files of an incident: whoever may say something may show something. On a duplicate the caller goes on as with
 * comments; it keeps its own files, and whoever works on the incident that stayed reads them there.
 */
export const incidentAttachments: Attached<Incident, IncidentContext> = {
  noun: "Incident",
  path: "/incidents/{incidentId}",
  param: "incidentId",
  params: incidentParams,
  reply: SeenIncident,
  permission: "incident:comment",
  readPermission: "incident:read",
  get: (id, { incidents }) => incidents.get(id),
  update: (id, ifMatch, { incidents }, decide) => incidents.update(id, ifMatch, decide),
  mustBeOpen: ({ state, mergedInto }) => {
    if (mergedInto === undefined && (state === "closed" || state === "cancelled"))
      throw new Refusal("illegal_transition", `"attach" is not possible in state "${state}"`);
  },
  seesInside,
  worksOn,
  telling: async ({ settings, now }, actor) => {
    const on = { actor, now: now(), settings: await settings() };
    return (news, incident, { changes, attachment }) =>
      happened(
        events[news],
        incident,
        { ...changes, ...(news === "added" ? activity(incident, on) : {}) },
        { attachment: published(attachment, incident.restricted) },
        { attachment },
      );
  },
  events,
  now: ({ now }) => now(),
};
