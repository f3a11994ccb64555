import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/** A team that works no more keeps its id and its name: old records still say it. */
export const teamLifecycle = defineLifecycle(["active", "inactive"], {
  deactivate: { from: ["active"], to: "inactive" },
  activate: { from: ["inactive"], to: "active" },
});

/** The id that records and the groups of tokens (`team:desk`) use, chosen when the team is made. */
export const TeamId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "1 to 64 letters, digits, dots, dashes and underscores")
  .describe("Id of a team, such as `desk`");
export const PersonId = ForeignId.describe("Subject of the person's token");

const Member = z.strictObject({
  personId: PersonId,
  absent: z.boolean().default(false).describe("Away for now: no rule gives them work"),
});

/** Everybody is named once. */
const Members = z
  .array(Member)
  .max(200)
  .superRefine((members, context) => {
    const seen = new Set<string>();
    for (const [at, { personId }] of members.entries()) {
      if (seen.has(personId))
        context.addIssue({ code: "custom", path: [at, "personId"], message: "Named twice" });
      seen.add(personId);
    }
  });

/** What an administrator says of a team. */
export const TeamFields = z.strictObject({
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  leadId: PersonId.optional().describe("Who answers for the team; need not be a member"),
  members: Members.default([]).describe("Who does its work. What they may see, their token says"),
  calendarId: z
    .string()
    .regex(/^CAL\d{7,12}$/, "A calendar number such as CAL0000001")
    .optional()
    .describe("When the team works"),
  location: ShortText.optional(),
});
export type TeamFields = z.infer<typeof TeamFields>;

export const Team = z.object({
  id: TeamId,
  ...recordFields,
  state: teamLifecycle.State,
  ...TeamFields.shape,
  members: z.array(Member),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type Team = z.infer<typeof Team> & RecordBase;

/** A team as the API shows it; who does not work in one sees id, name and state. */
export const SeenTeam = Team.partial({ members: true }).meta({ id: "Team" });
