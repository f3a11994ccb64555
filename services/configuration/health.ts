import * as z from "zod";
import { CiId } from "./ci.ts";
import { ImpactStep, ImpactTruncation } from "./events-impact.ts";
import type { GraphReader, Node } from "./impact/graph.ts";
import { type Dependency, memoryGraph } from "./impact/memory-graph.ts";
import { readGraph } from "./impact/read-graph.ts";
import { recording } from "./impact/recording.ts";
import { pathTo, type Tell } from "./impact/summary.ts";
import { type Walked, type WalkOptions, walk } from "./impact/walk.ts";
import { type OpenChange, openChangesOf } from "./known-change.ts";
import { type OpenIncident, openIncidentsOf } from "./known-incident.ts";
import { idsOf } from "./merged-ids.ts";
import type { ConfigurationContext } from "./table.ts";

const Trouble = z.object({
  openIncidents: z.number().int(),
  worstPriority: z.number().int().optional().describe("Of the open incidents that name it; 1 is the worst"),
});
const Work = z.object({
  openChanges: z.number().int().describe("Changes that name it and are planned or being done"),
  changesUnderWay: z.array(z.string()).describe("Changes that are being done on it right now, 10 at most"),
});
type Facts = z.infer<typeof Trouble> & z.infer<typeof Work>;

export const Health = z
  .object({
    level: z
      .enum(["ok", "changing", "troubled", "at_risk", "impaired", "critical"])
      .describe(
        "critical: an open incident of priority 1 or 2 names it; impaired: something it needs is critical; at_risk: the same, and redundancy holds; troubled: lesser incidents only; changing: a change is being done on it, or on what it cannot do without",
      ),
    ...Trouble.shape,
    ...Work.shape,
    causes: z
      .array(Trouble.extend({ ciId: CiId, name: z.string() }))
      .describe("Critical CIs that it needs, worst first, 10 at most"),
    path: z.array(ImpactStep).optional().describe("How one of them impairs it"),
    changing: z
      .array(z.object({ ciId: CiId, name: z.string(), changesUnderWay: z.array(z.string()) }))
      .describe("CIs that it needs and that changes are being done on, nearest first, 10 at most"),
    changePath: z.array(ImpactStep).optional().describe("How one of those would take it along"),
    truncated: ImpactTruncation.optional(),
  })
  .meta({ id: "CiHealth" });
export type Health = z.infer<typeof Health>;

/** Incidents of these priorities mean that a CI does not do its work. */
const critical = 2;
/** CIs that it needs, to look at; what is beyond is said. */
const most = 500;
const mostCauses = 10;

const nothing: Facts = { openIncidents: 0, openChanges: 0, changesUnderWay: [] };

const factsOf = (incidents: readonly OpenIncident[], changes: ReadonlyMap<string, OpenChange>): Facts => ({
  openIncidents: incidents.length,
  ...(incidents.length === 0 ? {} : { worstPriority: Math.min(...incidents.map(({ p }) => p)) }),
  openChanges: changes.size,
  changesUnderWay: [...changes].flatMap(([id, { n }]) => (n === 1 ? [id] : [])).toSorted(),
});

const isCritical = ({ worstPriority = 9 }: Facts): boolean => worstPriority <= critical;
const isChanging = ({ changesUnderWay }: Facts): boolean => changesUnderWay.length > 0;

/**
 * What incidents and changes say of CIs, under their own numbers or those of records that were merged into them;
 * those of which none says anything are missing.
 */
const factsFor = async (
  nodes: readonly Pick<Node, "id" | "mergedIds">[],
  { bundles }: Pick<ConfigurationContext, "bundles">,
): Promise<ReadonlyMap<string, Facts>> => {
  const found = await bundles.read<OpenIncident & OpenChange>(
    nodes.flatMap(idsOf).flatMap((id) => [openIncidentsOf(id), openChangesOf(id)]),
  );
  return new Map(
    nodes.flatMap((node) => {
      const all = (nameOf: (id: string) => string) =>
        new Map(idsOf(node).flatMap((id) => [...(found.get(nameOf(id))?.entries ?? [])]));
      const [incidents, changes] = [all(openIncidentsOf), all(openChangesOf)];
      if (incidents.size + changes.size === 0) return [];
      return [[node.id, factsOf([...incidents.values()], changes)]];
    }),
  );
};

const levelOf = (
  own: Facts,
  isImpaired: boolean,
  hasCauses: boolean,
  mayBeAway: boolean,
): Health["level"] => {
  if (isCritical(own)) return "critical";
  if (isImpaired) return "impaired";
  if (hasCauses) return "at_risk";
  if (own.openIncidents > 0) return "troubled";
  return isChanging(own) || mayBeAway ? "changing" : "ok";
};

export const everything = (way: WalkOptions["way"], budget: number): WalkOptions => ({
  way,
  depth: 50,
  most: budget,
  notImpacted: new Set(),
  isOver: () => false,
});

/** Of the CIs that one needs those of a kind, nearest first, and what would fall with them. */
const fallsWith = async (
  ciId: string,
  needs: Walked,
  graph: GraphReader,
  isMeant: (id: string) => boolean,
) => {
  const meant = [...needs.reached.values()]
    .filter(({ node }) => node.id !== ciId && isMeant(node.id))
    .toSorted((a, b) => a.depth - b.depth || (a.node.id < b.node.id ? -1 : 1));
  const ids = meant.map(({ node }) => node.id);
  const fallen = await walk(ids, everything("down", most), graph);
  return { meant, fallen, itself: fallen.reached.get(ciId) };
};

/** What some CIs need, as far as it was read, and what is said of all that. */
type Needs = {
  readonly walked: Walked;
  readonly dependencies: readonly Dependency[];
  readonly facts: ReadonlyMap<string, Facts>;
};

/** One walk to what some CIs need, and one read of what is said of that. */
export const needsOf = async (
  ciIds: readonly string[],
  budget: number,
  context: Pick<ConfigurationContext, "bundles" | "allCis">,
): Promise<Needs> => {
  const { reader, dependencies } = recording(readGraph(context));
  const walked = await walk(ciIds, everything("up", budget), reader);
  const nodes = [...walked.reached.values()].map(({ node }) => node);
  return { walked, dependencies: dependencies(), facts: await factsFor(nodes, context) };
};

/** How one of them is doing, where `walked` is the walk from it alone. */
export const healthIn = async (
  ciId: string,
  { walked, dependencies, facts }: Needs,
  tell: Tell,
): Promise<Health> => {
  const graph = memoryGraph(
    [...walked.reached.values()].map(({ node }) => node),
    dependencies.filter(({ needsId }) => walked.reached.has(needsId)),
  );
  const of = (id: string): Facts => facts.get(id) ?? nothing;
  const falls = (isMeant: (each: Facts) => boolean) =>
    fallsWith(ciId, walked, graph, (id) => isMeant(of(id)));
  const [causes, changing] = [await falls(isCritical), await falls(isChanging)];
  const own = of(ciId);
  const told = ({ meant }: typeof causes) =>
    meant.slice(0, mostCauses).flatMap(({ node }) => {
      const seen = tell(node);
      return seen ? [{ ciId: seen.id, name: seen.name, ...of(node.id) }] : [];
    });
  return {
    level: levelOf(own, causes.itself !== undefined, causes.meant.length > 0, changing.itself !== undefined),
    ...own,
    changesUnderWay: own.changesUnderWay.slice(0, mostCauses),
    causes: told(causes).map(({ ciId: id, name, openIncidents, worstPriority }) => {
      return { ciId: id, name, openIncidents, worstPriority };
    }),
    ...(causes.itself ? { path: pathTo(causes.itself, causes.fallen, tell) } : {}),
    changing: told(changing).map(({ ciId: id, name, changesUnderWay }) => {
      return { ciId: id, name, changesUnderWay: changesUnderWay.slice(0, mostCauses) };
    }),
    ...(changing.itself ? { changePath: pathTo(changing.itself, changing.fallen, tell) } : {}),
    ...(walked.truncated ? { truncated: walked.truncated } : {}),
  };
};

/**
 * How a CI is doing: by the open incidents and changes that name it, and by those that name what it needs,
 * redundancy taken into account. One walk to what it needs, one read of what is said of that, and the rest in
 * memory.
 */
export const healthOf = async (
  ciId: string,
  context: Pick<ConfigurationContext, "bundles" | "allCis">,
  tell: Tell,
): Promise<Health> => healthIn(ciId, await needsOf([ciId], most, context), tell);
