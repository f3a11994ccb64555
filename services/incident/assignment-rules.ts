import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { Priority } from "../../shared/domain/priority.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import { type Decision, occurred, type RecordBase, type RecordType } from "../../shared/dynamo/record.ts";
import { IncidentAssignmentRulesChanged } from "./events.ts";
import { CiId, IncidentFields, PersonId, ServiceId, TeamId } from "./incident.ts";

const anyOf = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(50).optional();

/** Every condition named must hold; of the values of one, any. */
const Conditions = z.strictObject({
  category: anyOf(ShortText),
  subcategory: anyOf(ShortText),
  serviceId: anyOf(ServiceId),
  ciId: anyOf(CiId),
  location: anyOf(ShortText),
  channel: anyOf(IncidentFields.shape.channel.unwrap()),
  priority: anyOf(Priority),
  callerId: anyOf(PersonId),
  words: anyOf(ShortText).describe("Whole words of the title, whatever their case"),
  restricted: z.boolean().default(false).describe("Restricted incidents match only where a rule says so"),
});
export type Conditions = z.infer<typeof Conditions>;

const Rule = z.strictObject({
  name: ShortText.describe("What people read in the history of what it assigned"),
  where: Conditions.default({ restricted: false }),
  teamId: TeamId.describe("Team that gets what matches, while it is active"),
  assign: z
    .enum(["none", "least_loaded"])
    .default("none")
    .describe("To nobody yet, or to the present member with the fewest open incidents"),
});
export type Rule = z.infer<typeof Rule>;

/** Rules in their order: the first that matches decides. */
export const Rules = z.array(Rule).max(100).refine(fitsBytes(60_000), "At most 60 kB in all");

export const AssignmentRulesFields = z.strictObject({ rules: Rules });
export type AssignmentRulesFields = z.infer<typeof AssignmentRulesFields>;

export const assignmentRulesId = "incident-assignment-rules";

/** Who gets an incident that nobody was named for. Without rules it waits in the queue of the unassigned. */
export const AssignmentRules = z.object({
  id: z.literal(assignmentRulesId),
  ...recordFields,
  ...AssignmentRulesFields.shape,
});
export type AssignmentRules = z.infer<typeof AssignmentRules> & RecordBase;

export const changeAssignmentRules = (fields: AssignmentRulesFields): Decision<AssignmentRules> => [
  occurred(IncidentAssignmentRulesChanged, fields, fields),
];

const longAgo = "2026-01-01T00:00:00.000Z";

export const assignmentRulesRecords: RecordType<AssignmentRules> = {
  prefix: assignmentRulesId,
  initial: () => ({ id: assignmentRulesId, version: 0, createdAt: longAgo, updatedAt: longAgo, rules: [] }),
  indexes: () => ({}),
  long: [],
  view: (_actor, rules) => rules,
  viewEntry: (_actor, _rules, entry) => entry,
};
