import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase, RecordType } from "../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { keptFields, keptIndexes, keptLifecycle, type Tell, tellWhole } from "../../shared/kept/kept.ts";
import { IncidentTemplateChanged } from "./events-kept.ts";
import { IncidentFields, PersonId, TeamId } from "./incident.ts";

export const TemplateId = z.string().regex(/^TPL\d{7,12}$/, "A template number such as TPL0001234");

const { title, description, category, subcategory, location, vendor, serviceId, ciIds } =
  IncidentFields.shape;

/** What a template fills in where a report leaves it open. */
const Prefilled = z.strictObject({
  title: title.optional(),
  description,
  channel: IncidentFields.shape.channel.unwrap().optional(),
  category,
  subcategory,
  location,
  vendor,
  impact: IncidentFields.shape.impact.unwrap().optional(),
  urgency: IncidentFields.shape.urgency.unwrap().optional(),
  serviceId,
  ciIds: ciIds.unwrap().optional(),
  teamId: TeamId.optional(),
  assigneeId: PersonId.optional(),
});
export type Prefilled = z.infer<typeof Prefilled>;

/** An incident that keeps being reported in the same words. */
export const TemplateFields = z.strictObject({
  name: ShortText,
  help: z.string().trim().min(1).max(2000).optional().describe("When to use it"),
  audience: z.enum(["agent", "employee"]).default("agent").describe("employee: everybody may use it"),
  fields: Prefilled,
});

export const Template = z
  .object({ id: TemplateId, ...keptFields, ...TemplateFields.shape, audience: z.enum(["agent", "employee"]) })
  .meta({ id: "IncidentTemplate" });
export type Template = z.infer<typeof Template> & RecordBase;

export const tellOfTemplate: Tell<Template> = tellWhole(IncidentTemplateChanged as never, "template");

const curates = (actor: Actor): boolean => may(actor, "incident:curate");

/** Employees find what is meant for them; what is retired is for who looks after templates. */
const view = (actor: Actor, template: Template): Template | undefined => {
  const isForThem = template.audience === "employee" || may(actor, "incident:read_all");
  if (!curates(actor) && (!isForThem || template.state === "retired")) return undefined;
  return { ...template, actions: curates(actor) ? [...keptLifecycle.allowed(template.state)] : [] };
};

export const templateRecords: RecordType<Template> = {
  prefix: "TPL",
  indexes: keptIndexes("incident-templates"),
  long: [],
  view,
  viewEntry: withoutSnapshot("template"),
};
