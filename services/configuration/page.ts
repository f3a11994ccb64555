import * as z from "zod";
import type { Actor } from "../../shared/access/actor.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { SeenCi } from "./api.ts";
import { attributesOf } from "./attributes.ts";
import { byId } from "./by-id.ts";
import { type Ci, CiId } from "./ci.ts";
import { otherEnd } from "./dependents.ts";
import { AttributeValue } from "./events.ts";
import { Health, healthOf } from "./health.ts";
import { tellTo } from "./impact/answer.ts";
import { articlesFor } from "./known-article.ts";
import { latestChanges } from "./known-change.ts";
import { incidentsOfCi, type KnownIncident } from "./known-incident.ts";
import { Relation } from "./relation.ts";
import type { ConfigurationContext } from "./table.ts";

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
    changes: z.array(PageChange).describe("Those that name it, by planned start, latest first, 10 at most"),
    articles: z.array(PageArticle).describe("What is published about it, the newest first, 25 at most"),
    history: z.array(HistoryItem).describe("Its last ten changes"),
    assetId: z.string().optional(),
  })
  .meta({ id: "CiPage" });
export type CiPage = z.infer<typeof CiPage>;

const most = { relations: 50, incidents: 25, changes: 10, articles: 25, history: 10 } as const;

const relationsOf = async (end: "from" | "to", ciId: string, context: ConfigurationContext) => {
  const { cis, relations, model } = context;
  const index = end === "from" ? "relationsFrom" : "relationsTo";
  const { items, nextCursor } = await relations.list({ index, partition: ciId }, { limit: most.relations });
  const others = byId(await cis.brief([...new Set(items.map(({ id }) => otherEnd(id, ciId)))]));
  const shown = items.map(async ({ id, typeId, weight, group, since }) => {
    const other = others.get(otherEnd(id, ciId));
    if (other === undefined) return [];
    const type = await model.typeOf(typeId);
    const name = end === "from" ? type.name : type.reverseName;
    const { id: otherId, name: otherName, classId, state } = other;
    return [
      { id, typeId, weight, group, since, name, other: { id: otherId, name: otherName, classId, state } },
    ];
  });
  return { items: (await Promise.all(shown)).flat(), hasMore: nextCursor !== undefined };
};

/** Of a restricted incident its team sees that it is there. */
const seesIncident = ({ teams }: Actor, { restricted, teamId }: KnownIncident): boolean =>
  !restricted || (teamId !== undefined && teams.includes(teamId));

const incidentsOf = async (ciId: string, actor: Actor, { incidents }: ConfigurationContext) =>
  (await incidents.members(incidentsOfCi(ciId), "0", most.incidents))
    .map(({ value }) => value)
    .filter((incident) => seesIncident(actor, incident))
    .map(({ id, title, state, priority, openedAt }) => ({ id, title, state, priority, openedAt }));

const changesOf = async (ciId: string, context: ConfigurationContext) =>
  (await latestChanges(ciId, most.changes, context)).map(
    ({ id, title, type, state, risk, outcome, plannedStart, plannedEnd }) => {
      return { id, title, type, state, risk, outcome, plannedStart, plannedEnd };
    },
  );

const articlesOf = async (ciId: string, actor: Actor, context: ConfigurationContext) =>
  (await articlesFor(ciId, actor, most.articles, context)).map(({ id, title, kind, publishedAt = "" }) => {
    return { id, title, kind, publishedAt };
  });

const valuesOf = async ({ classId, attributes }: Ci, { model }: ConfigurationContext) => {
  const asked = attributesOf(await model.chainOf(classId));
  const known = new Map(Object.entries(attributes));
  return asked.map(({ name, label, unit }) => ({ name, label, unit, value: known.get(name) }));
};

/** All that people want to know of a CI when they look at it. */
export const pageOf = async (ciId: string, actor: Actor, context: ConfigurationContext): Promise<CiPage> => {
  const ci = await context.cis.get(ciId);
  const [attributes, health, from, to, openIncidents, changes, articles, history] = await Promise.all([
    valuesOf(ci, context),
    healthOf(ciId, context, tellTo(actor)),
    relationsOf("from", ciId, context),
    relationsOf("to", ciId, context),
    incidentsOf(ciId, actor, context),
    changesOf(ciId, context),
    articlesOf(ciId, actor, context),
    context.cis.history(ciId, { limit: most.history, newestFirst: true }),
  ]);
  return {
    ci,
    attributes,
    health,
    from: from.items,
    to: to.items,
    hasMoreRelations: from.hasMore || to.hasMore,
    openIncidents,
    changes,
    articles,
    history: history.items as CiPage["history"],
    assetId: ci.assetId,
  };
};
