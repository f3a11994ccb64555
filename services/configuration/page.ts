import type { Actor } from "../../shared/access/actor.ts";
import { attributesOf } from "./attributes.ts";
import { byId } from "./by-id.ts";
import type { Ci } from "./ci.ts";
import { otherEnd } from "./dependents.ts";
import { healthOf } from "./health.ts";
import { tellTo } from "./impact/answer.ts";
import { articlesFor } from "./known-article.ts";
import { latestChanges } from "./known-change.ts";
import { incidentsOfCi, type KnownIncident } from "./known-incident.ts";
import { problemsOfCi } from "./known-problem.ts";
import { idsOf } from "./merged-ids.ts";
import { newestOf } from "./newest-of.ts";
import { type CiPage, PageAsset } from "./page-shape.ts";
import type { ConfigurationContext } from "./table.ts";

const most = { relations: 50, incidents: 25, problems: 25, changes: 10, articles: 25, history: 10 } as const;

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

const incidentsOf = async (ci: Ci, actor: Actor, { incidents }: ConfigurationContext) =>
  (await newestOf(idsOf(ci).map(incidentsOfCi), most.incidents, incidents))
    .map(({ value }) => value)
    .filter((incident) => seesIncident(actor, incident))
    .map(({ id, title, state, priority, openedAt }) => ({ id, title, state, priority, openedAt }));

const problemsOf = async (ci: Ci, { problems }: ConfigurationContext) =>
  (await newestOf(idsOf(ci).map(problemsOfCi), most.problems, problems)).map(
    ({ value: { ciIds: _named, ...problem } }) => problem,
  );

const assetOf = async ({ assetId }: Ci, { assets }: ConfigurationContext) => {
  const known = assetId === undefined ? undefined : (await assets.known([assetId])).get(assetId);
  return known && PageAsset.parse(known.asset);
};

const changesOf = async (ci: Ci, context: ConfigurationContext) =>
  (await latestChanges(idsOf(ci), most.changes, context)).map(
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
  const [attributes, health, from, to, openIncidents, openProblems, changes, articles, asset, history] =
    await Promise.all([
      valuesOf(ci, context),
      healthOf(ciId, context, tellTo(actor)),
      relationsOf("from", ciId, context),
      relationsOf("to", ciId, context),
      incidentsOf(ci, actor, context),
      problemsOf(ci, context),
      changesOf(ci, context),
      articlesOf(ciId, actor, context),
      assetOf(ci, context),
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
    openProblems,
    changes,
    articles,
    history: history.items as CiPage["history"],
    assetId: ci.assetId,
    asset,
  };
};
