import * as z from "zod";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { SeenCi } from "./api.ts";
import { CiId } from "./ci.ts";
import { AttributeValue } from "./events.ts";
import { Health } from "./health.ts";
import { Relation } from "./relation.ts";

const PageRelation = Relation.pick({ id: true, typeId: true, weight: true, group: true, since: true }).extend(
  {
    name: z.string().describe("As read from this CI: depends on, used by"),
    other: z.object({ id: CiId, name: z.string(), classId: z.string(), state: z.string() }),
  },
);

const PageIncident = z.object({
  id: z.string(),
  title: z.string().optional().describe("Absent for a restricted incident"),
  state: z.string(),
  priority: z.number().int(),
  openedAt: z.string(),
});

const PageChange = z.object({
  id: z.string(),
  title: z.string(),
  type: z.string(),
  state: z.string(),
  risk: z.string().optional(),
  outcome: z.string().optional(),
  plannedStart: z.string().optional(),
  plannedEnd: z.string().optional(),
});

const PageProblem = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  priority: z.number().int(),
  openedAt: z.string(),
  hasWorkaround: z.boolean(),
});

/** Who has it is no fact of the CI, and not for all who read CIs. */
export const PageAsset = z.object({
  id: z.string(),
  name: z.string(),
  tag: z.string().optional(),
  serial: z.string().optional(),
  modelName: z.string().optional(),
  manufacturer: z.string().optional(),
  state: z.string(),
  substate: z.string(),
  location: z.string().optional(),
  ownerTeamId: z.string().optional(),
  warrantyEndsOn: z.string().optional(),
});

const PageArticle = z.object({
  id: z.string(),
  title: z.string().optional().describe("Absent where only some teams may read it"),
  kind: z.string().optional(),
  publishedAt: z.string(),
});

export const CiPage = z
  .object({
    ci: SeenCi,
    attributes: z
      .array(
        z.object({
          name: z.string(),
          label: z.string().optional(),
          unit: z.string().optional(),
          value: AttributeValue.optional(),
        }),
      )
      .describe("What its class asks for, in the class's order; without a value where none is known"),
    health: Health,
    from: z.array(PageRelation).describe("Its relations to others, 50 at most"),
    to: z.array(PageRelation).describe("Relations of others to it, 50 at most"),
    hasMoreRelations: z.boolean(),
    openIncidents: z.array(PageIncident).describe("The newest that name it, 25 at most"),
    openProblems: z.array(PageProblem).describe("The newest that name it, 25 at most"),
    changes: z.array(PageChange).describe("Those that name it, by planned start, latest first, 10 at most"),
    articles: z.array(PageArticle).describe("What is published about it, the newest first, 25 at most"),
    history: z.array(HistoryItem).describe("Its last ten changes"),
    assetId: z.string().optional(),
    asset: PageAsset.optional().describe("What asset management last told of the asset that it is"),
  })
  .meta({ id: "CiPage" });
export type CiPage = z.infer<typeof CiPage>;
