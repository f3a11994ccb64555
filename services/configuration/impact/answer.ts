import type { Actor } from "../../../shared/access/actor.ts";
import { viewCi } from "../access.ts";
import type { Ci } from "../ci.ts";
import type { ConfigurationContext } from "../table.ts";
import { type ImpactAnswer, type ImpactAsk, limits } from "./ask.ts";
import { pastGraph } from "./past-graph.ts";
import { readGraph } from "./read-graph.ts";
import { byWeight, pathTo, summaryOf, type Tell } from "./summary.ts";
import { type Walked, walk } from "./walk.ts";

/** Reading the past costs a query per CI. */
const mostOfPast = 1000;

/** Time that is left for the answer itself once the walk has to end. */
const reserveMs = 2000;

/** Walks as asked; `deadline` is on the scale of `performance.now()`. */
export const walkAsked = (
  { ciIds, direction, typeIds, depth, most, notImpacted, at }: ImpactAsk,
  context: Pick<ConfigurationContext, "bundles" | "allCis">,
  deadline: number,
): Promise<Walked> =>
  walk(
    ciIds,
    {
      way: direction === "downstream" ? "down" : "up",
      typeIds: typeIds && new Set(typeIds),
      depth,
      most: at === undefined ? most : Math.min(most, mostOfPast),
      notImpacted: new Set(notImpacted),
      isOver: () => performance.now() > deadline - reserveMs,
    },
    at === undefined ? readGraph(context) : pastGraph(context, at),
  );

/** Of a CI that the actor may not see nothing is told, neither in lists nor on paths. */
export const tellTo =
  (actor: Actor): Tell =>
  (node) =>
    viewCi(actor, node as Ci) && { id: node.id, name: node.name };

/** Dependencies among what is listed and what failed; one is told once, however many relations say it. */
const edgesAmong = ({ among, reached }: Walked, listed: ReadonlySet<string>, tell: Tell) => {
  const isTold = (id: string): boolean => {
    const each = reached.get(id);
    return each !== undefined && (listed.has(id) || (each.depth === 0 && tell(each.node) !== undefined));
  };
  const told = among.filter(({ fromId, toId }) => isTold(fromId) && isTold(toId));
  const once = new Map(told.map((each) => [`${each.fromId} ${each.toId}`, each]));
  return [...once.values()]
    .slice(0, limits.edges)
    .map(({ fromId, toId, link }) => ({ from: fromId, to: toId, typeId: link.typeId }));
};

/** What a walk found, as far as it is for the actor to see. */
export const answerOf = (walked: Walked, ask: ImpactAsk, actor: Actor, now: string): ImpactAnswer => {
  const tell = tellTo(actor);
  const impacted = [...walked.reached.values()].filter(({ depth }) => depth > 0).toSorted(byWeight);
  const seen = impacted.filter(({ node }) => tell(node) !== undefined);
  const items = seen.slice(0, limits.listed).map((each) => {
    const { id, name, classId, state, criticality, ownerId, teamId } = each.node;
    const { depth } = each;
    return {
      id,
      name,
      classId,
      state,
      criticality,
      ownerId,
      teamId,
      depth,
      path: pathTo(each, walked, tell),
    };
  });
  return {
    ...summaryOf(walked, ask.ciIds, { tell, assessedAt: ask.at ?? now }),
    items,
    edges: edgesAmong(walked, new Set(items.map(({ id }) => id)), tell),
    hiddenCount: impacted.length - seen.length,
    leftOff: seen.length - items.length,
  };
};
