import * as z from "zod";
import { CiId } from "./ci.ts";
import { ImpactStep, ImpactTruncation } from "./events-impact.ts";
import { memoryGraph } from "./impact/memory-graph.ts";
import { readGraph } from "./impact/read-graph.ts";
import { recording } from "./impact/recording.ts";
import { pathTo, type Tell } from "./impact/summary.ts";
import { type WalkOptions, walk } from "./impact/walk.ts";
import { changesUnderWay } from "./known-change.ts";
import { type OpenIncident, openIncidentsOf } from "./known-incident.ts";
import type { ConfigurationContext } from "./table.ts";

const Trouble = z.object({
  openIncidents: z.number().int(),
  worstPriority: z.number().int().optional().describe("Of the open incidents that name it; 1 is the worst"),
});
type Trouble = z.infer<typeof Trouble>;

export const Health = z
  .object({
    level: z
      .enum(["ok", "troubled", "at_risk", "impaired", "critical"])
      .describe(
        "critical: an open incident of priority 1 or 2 names it; impaired: something it needs is critical; at_risk: the same, and redundancy holds; troubled: lesser incidents only",
      ),
    ...Trouble.shape,
    changesUnderWay: z.array(z.string()).describe("Changes that are being done on it right now, 10 at most"),
    causes: z
      .array(Trouble.extend({ ciId: CiId, name: z.string() }))
      .describe("Critical CIs that it needs, worst first, 10 at most"),
    path: z.array(ImpactStep).optional().describe("How one of them impairs it"),
    truncated: ImpactTruncation.optional(),
  })
  .meta({ id: "CiHealth" });
export type Health = z.infer<typeof Health>;

/** Incidents of these priorities mean that a CI does not do its work. */
const critical = 2;
/** CIs that it needs, to look at; what is beyond is said. */
const most = 500;
const mostCauses = 10;

const troubleOf = (incidents: readonly OpenIncident[]): Trouble =>
  incidents.length === 0
    ? { openIncidents: 0 }
    : { openIncidents: incidents.length, worstPriority: Math.min(...incidents.map(({ p }) => p)) };

const isCritical = ({ worstPriority = 9 }: Trouble): boolean => worstPriority <= critical;

const troubles = async (
  ids: readonly string[],
  { bundles }: Pick<ConfigurationContext, "bundles">,
): Promise<ReadonlyMap<string, Trouble>> => {
  const found = await bundles.read<OpenIncident>(ids.map(openIncidentsOf));
  const of = (id: string) => [...(found.get(openIncidentsOf(id))?.entries.values() ?? [])];
  return new Map(ids.map((id) => [id, troubleOf(of(id))]));
};

const levelOf = (own: Trouble, isImpaired: boolean, hasCauses: boolean): Health["level"] => {
  if (isCritical(own)) return "critical";
  if (isImpaired) return "impaired";
  if (hasCauses) return "at_risk";
  return own.openIncidents > 0 ? "troubled" : "ok";
};

const everything = (way: WalkOptions["way"], budget: number): WalkOptions => ({
  way,
  depth: 50,
  most: budget,
  notImpacted: new Set(),
  isOver: () => false,
});

/**
 * How a CI is doing: by the open incidents that name it, and by those that name what it needs, redundancy
 * taken into account. One walk to what it needs, one read of their incidents, and the rest in memory.
 */
export const healthOf = async (
  ciId: string,
  context: Pick<ConfigurationContext, "bundles" | "allCis" | "changes">,
  tell: Tell,
): Promise<Health> => {
  const { reader, dependencies } = recording(readGraph(context));
  const needs = await walk([ciId], everything("up", most), reader);
  const known = await troubles([...needs.reached.keys()], context);
  const own = known.get(ciId) ?? { openIncidents: 0 };
  const causes = [...needs.reached.values()]
    .filter(({ node }) => node.id !== ciId && isCritical(known.get(node.id) ?? own))
    .toSorted((a, b) => a.depth - b.depth || (a.node.id < b.node.id ? -1 : 1));
  const nodes = [...needs.reached.values()].map(({ node }) => node);
  const graph = memoryGraph(nodes, dependencies());
  const fallen = await walk(
    causes.map(({ node }) => node.id),
    everything("down", most),
    graph,
  );
  const impaired = fallen.reached.get(ciId);
  const level = levelOf(own, impaired !== undefined, causes.length > 0);
  const underWay = await context.changes.members(changesUnderWay(ciId), "0", mostCauses);
  return {
    level,
    ...own,
    changesUnderWay: underWay.map(({ id }) => id),
    causes: causes.slice(0, mostCauses).flatMap(({ node }) => {
      const told = tell(node);
      return told ? [{ ciId: told.id, name: told.name, ...(known.get(node.id) ?? own) }] : [];
    }),
    ...(impaired ? { path: pathTo(impaired, fallen, tell) } : {}),
    ...(needs.truncated ? { truncated: needs.truncated } : {}),
  };
};
