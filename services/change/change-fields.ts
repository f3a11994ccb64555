import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { Modifications } from "./modifications.ts";
import { Instant } from "./task.ts";

export const ChangeId = z.string().regex(/^CHG\d{7,12}$/, "A change number such as CHG0001234");
export const ModelId = z.string().regex(/^CMO\d{7,12}$/, "A change model such as CMO0000001");
export const TemplateId = z.string().regex(/^CTP\d{7,12}$/, "A change template such as CTP0000001");
export const PersonId = ForeignId.describe("Subject of the person's token");
export const TeamId = ForeignId.describe("Id of a team");
export const ServiceId = ForeignId.describe("Id of a business service");
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("1 high, 2 medium, 3 low");
export const Risk = z.enum(["low", "medium", "high", "very_high"]);
export type Risk = z.infer<typeof Risk>;
export const Outcome = z.enum(["successful", "successful_with_issues", "backed_out", "failed"]);
export type Outcome = z.infer<typeof Outcome>;

/** So many CIs, and so many bytes: an event of the history holds the list three times. */
const mostCis = 1000;
const ciBytes = 40_000;
export const CiIds = z
  .array(ForeignId.describe("Id of a configuration item"))
  .max(mostCis)
  .refine((ids) => new Set(ids).size === ids.length, "Each CI once")
  .refine(fitsBytes(ciBytes), `At most ${ciBytes / 1000} kB of ids`);

const Plan = z.string().trim().min(1).max(8000);
/** What is done, how it is tested, how it is taken back, and who is told. */
export const Plans = z
  .strictObject({
    implementation: Plan.optional(),
    test: Plan.optional(),
    backout: Plan.optional(),
    communication: Plan.optional(),
  })
  .refine(fitsBytes(40_000), "At most 40 kB in all");
export type Plans = z.infer<typeof Plans>;
export const PlanName = z.enum(["implementation", "test", "backout", "communication"]);

/** What another record is to this change. */
const LinkType = z.enum(["caused", "resolves", "problem", "request", "related"]);
export const Link = z.strictObject({ type: LinkType, target: ForeignId.describe("Id of the other record") });
export type Link = z.infer<typeof Link>;

/** What people say of a change and may correct. */
export const changeFields = {
  title: ShortText,
  description: z.string().trim().min(1).max(4000).optional(),
  justification: z.string().trim().min(1).max(2000).optional().describe("Why it should be done"),
  category: ShortText.optional(),
  impact: Level.default(3),
  priority: z.number().int().min(1).max(5).optional().describe("1 critical to 5 planning"),
  serviceId: ServiceId.optional(),
  ciIds: CiIds.default([]).describe("Configuration items that are changed"),
  requesterId: PersonId.optional().describe("For whom it is done; who opens it unless given"),
  teamId: TeamId.optional().describe("The team that does it"),
  assigneeId: PersonId.optional().describe("Who does it"),
  plannedStart: Instant.optional(),
  plannedEnd: Instant.optional(),
  plans: Plans.default({}),
  links: z.array(Link).max(50).default([]),
  parentId: ChangeId.optional().describe("The change that this one is a part of"),
  modifications: Modifications.optional().describe("What the CMDB will say when it is implemented"),
  comesAfter: z.array(ChangeId).max(20).optional().describe("Changes that are over before it begins"),
};
