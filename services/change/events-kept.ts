import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.change";
const type = z.enum(["standard", "normal", "emergency"]);

export const ChangeModelChanged = defineEvent({
  source,
  type: "ChangeModelChanged",
  version: 1,
  summary: "A change model was made, written anew, retired or restored.",
  data: z.object({ model: z.object({ id: z.string(), name: z.string(), type, retired: z.boolean() }) }),
});

const times = {
  from: z.string().optional(),
  to: z.string().optional(),
  recurrence: z
    .object({ rule: z.string(), start: z.string(), timeZone: z.string(), durationMinutes: z.number() })
    .optional(),
};
const kept = { id: z.string(), name: z.string(), retired: z.boolean(), ...times };
const about = { serviceIds: z.array(z.string()), ciIds: z.array(z.string()) };

export const ChangeFreezeChanged = defineEvent({
  source,
  type: "ChangeFreezeChanged",
  version: 1,
  summary: "A time in which nothing is changed was made, is another one now, or was retired or restored.",
  data: z.object({
    freeze: z.object({ ...kept, all: z.boolean(), ...about, teamIds: z.array(z.string()) }),
  }),
});
export const ChangeWindowChanged = defineEvent({
  source,
  type: "ChangeWindowChanged",
  version: 1,
  summary: "When services or CIs may be worked on was said, is another time now, or was retired or restored.",
  data: z.object({ window: z.object({ ...kept, ...about }) }),
});

export const ChangeFeedChanged = defineEvent({
  source,
  type: "ChangeFeedChanged",
  version: 1,
  summary:
    "A calendar that programs subscribe to was made, is about something else, or was retired or restored.",
  data: z.object({
    feed: z.object({
      id: z.string(),
      name: z.string(),
      retired: z.boolean(),
      teamId: z.string().optional(),
      serviceId: z.string().optional(),
      ciId: z.string().optional(),
      boardId: z.string().optional(),
    }),
  }),
});

export const ChangeRiskSettingsChanged = defineEvent({
  source,
  type: "ChangeRiskSettingsChanged",
  version: 1,
  summary: "How the risk of changes is worked out was changed.",
  data: z.object({ rules: z.number().int(), questions: z.number().int(), mustAnswer: z.boolean() }),
});

const template = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["draft", "in_review", "approved", "suspended", "retired"]),
  edition: z.number().int().optional().describe("The edition that changes are made from, if there is one"),
});
const templateEvent = (name: string, summary: string) =>
  defineEvent({ source, type: name, version: 1, summary, data: z.object({ template }) });

export const ChangeTemplateDrafted = templateEvent(
  "ChangeTemplateDrafted",
  "A template for standard changes, or another edition of one, is being written.",
);
export const ChangeTemplateProposed = templateEvent("ChangeTemplateProposed", "It waits to be reviewed.");
export const ChangeTemplateReturned = templateEvent(
  "ChangeTemplateReturned",
  "Its review asks for another draft.",
);
export const ChangeTemplateApproved = templateEvent(
  "ChangeTemplateApproved",
  "Changes can be made from this edition without further approval.",
);
export const ChangeTemplateSuspended = templateEvent(
  "ChangeTemplateSuspended",
  "Too many changes made from it failed, or somebody stopped it: none is made until it is resumed.",
);
export const ChangeTemplateResumed = templateEvent("ChangeTemplateResumed", "It can be used again.");
export const ChangeTemplateRetired = templateEvent("ChangeTemplateRetired", "It is not used any more.");
export const ChangeTemplateUsed = templateEvent(
  "ChangeTemplateUsed",
  "What became of a change that was made from it is known.",
);

export const ChangeSettingsChanged = defineEvent({
  source,
  type: "ChangeSettingsChanged",
  version: 1,
  summary: "The rules for all changes were changed.",
  data: z.object({
    settings: z.object({
      approverIsNotRequester: z.boolean(),
      approverIsNotImplementer: z.boolean(),
      implementerIsNotRequester: z.boolean(),
      beginsInWindow: z.boolean(),
      gateNeedsChange: z.boolean(),
      openTasks: z.enum(["block", "cancel"]),
      overrunRaisesPriority: z.boolean().optional(),
      overrunAddsTask: z.boolean().optional(),
      unauthorizedLookbackHours: z.number().int().optional(),
      unauthorizedOpensIncident: z.enum(["never", "critical", "always"]).optional(),
    }),
  }),
});

export const keptEvents = [
  ChangeModelChanged,
  ChangeFreezeChanged,
  ChangeWindowChanged,
  ChangeFeedChanged,
  ChangeSettingsChanged,
  ChangeRiskSettingsChanged,
  ChangeTemplateDrafted,
  ChangeTemplateProposed,
  ChangeTemplateReturned,
  ChangeTemplateApproved,
  ChangeTemplateSuspended,
  ChangeTemplateResumed,
  ChangeTemplateRetired,
  ChangeTemplateUsed,
];
