import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Actor } from "../../shared/access/actor.ts";
import { viewCi } from "./access.ts";
import type { Baseline } from "./baseline.ts";
import { type Ci, CiId } from "./ci.ts";
import { ImpactTruncation } from "./events-impact.ts";
import type { GraphReader, Link } from "./impact/graph.ts";
import { pastGraph } from "./impact/past-graph.ts";
import { readGraph } from "./impact/read-graph.ts";
import { recording } from "./impact/recording.ts";
import { type Walked, walk } from "./impact/walk.ts";
import type { ConfigurationContext } from "./table.ts";

const Named = z.object({ id: CiId, name: z.string(), classId: z.string() });
const Change = z.object({ from: z.unknown().optional(), to: z.unknown().optional() });

export const Drift = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    counts: z.object({
      before: z.number().int().describe("CIs reached then"),
      after: z.number().int(),
      added: z.number().int(),
      removed: z.number().int(),
      changed: z.number().int(),
      relationsAdded: z.number().int(),
      relationsRemoved: z.number().int(),
      relationsChanged: z.number().int(),
      hidden: z.number().int().describe("Added, removed or changed ones that the caller must not see"),
    }),
    added: z.array(Named).describe("500 at most, as the lists below"),
    removed: z.array(Named),
    changed: z.array(Named.extend({ changes: z.record(z.string(), Change) })),
    relationsAdded: z.array(z.string()),
    relationsRemoved: z.array(z.string()),
    relationsChanged: z.array(z.string()).describe("Weighed or grouped otherwise"),
    truncated: z.array(ImpactTruncation).optional().describe("What was not compared, then or now, and why"),
  })
  .meta({ id: "CiDrift" });
export type Drift = z.infer<typeof Drift>;

/** CIs compared on each side: each costs a query where it is of the past. */
const most = 1000;
const listed = 500;

type Side = {
  readonly cis: ReadonlyMap<string, Ci>;
  readonly links: ReadonlyMap<string, Pick<Link, "weight" | "group">>;
  readonly truncated: z.infer<typeof ImpactTruncation> | undefined;
};

/** A graph at an instant, and its CIs with all that is known of them, which walking does not need. */
type Then = {
  readonly graph: GraphReader;
  readonly whole: (reached: Walked["reached"]) => Promise<readonly Ci[]>;
};

type Stores = Pick<ConfigurationContext, "bundles" | "allCis">;

const nowIn = (context: Stores): Then => ({
  graph: readGraph(context),
  whole: (reached) => context.allCis.some([...reached.keys()]),
});

/** The past is folded from histories, which gives whole CIs. */
const atInstant = (context: Stores, at: string): Then => ({
  graph: pastGraph(context, at),
  whole: async (reached) => [...reached.values()].map(({ node }) => node as Ci),
});

const sideOf = async (baseline: Baseline, { graph, whole }: Then, isOver: () => boolean): Promise<Side> => {
  const { ciIds, direction, depth } = baseline;
  const way = direction === "upstream" ? "up" : "down";
  const { reader, dependencies } = recording(graph);
  const { reached, truncated } = await walk(
    ciIds,
    { way, depth, most, notImpacted: new Set(), isOver },
    reader,
  );
  const ids = [...reached.keys()];
  // Downwards the walk did not ask what they need, and what they need is what relates them.
  await reader.links("up", ids, Number.POSITIVE_INFINITY);
  const inside = dependencies().filter(
    ({ neededId, needsId }) => reached.has(neededId) && reached.has(needsId),
  );
  return {
    cis: new Map((await whole(reached)).map((ci) => [ci.id, ci])),
    links: new Map(inside.map(({ relationId, weight, group }) => [relationId, { weight, group }])),
    truncated,
  };
};

const compared = [
  "name",
  "classId",
  "state",
  "criticality",
  "ownerId",
  "teamId",
  "environment",
  "location",
  "serviceIds",
  "assetId",
  "redundancy",
] as const;

/** A CI's facts as a flat list, so that every difference has a name. */
const flat = (ci: Ci): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(compared.map((field) => [field, ci[field]])),
  ...Object.fromEntries(Object.entries(ci.attributes).map(([name, value]) => [`attributes.${name}`, value])),
});

const changesOf = (before: Ci, after: Ci): Drift["changed"][number]["changes"] => {
  const [old, now] = [flat(before), flat(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return Object.fromEntries(
    names
      .filter((name) => !isDeepStrictEqual(old[name], now[name]))
      .map((name) => [name, { from: old[name], to: now[name] }]),
  );
};

const named = ({ id, name, classId }: Ci) => ({ id, name, classId });
const without = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, unknown>): readonly T[] =>
  [...a].filter(([id]) => !b.has(id)).map(([, each]) => each);
const idsWithout = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>) =>
  [...a.keys()].filter((id) => !b.has(id)).toSorted();

const linkDifferences = (before: Side["links"], after: Side["links"]) => ({
  relationsAdded: idsWithout(after, before),
  relationsRemoved: idsWithout(before, after),
  relationsChanged: [...after]
    .filter(([id, link]) => before.has(id) && !isDeepStrictEqual(before.get(id), link))
    .map(([id]) => id)
    .toSorted(),
});

const ciDifferences = (before: Side["cis"], after: Side["cis"]) => ({
  added: without(after, before),
  removed: without(before, after),
  changed: [...after.values()].flatMap((ci) => {
    const old = before.get(ci.id);
    const changes = old ? changesOf(old, ci) : {};
    return Object.keys(changes).length > 0 ? [{ ci, changes }] : [];
  }),
});

const lengthsOf = <K extends string>(lists: Readonly<Record<K, readonly unknown[]>>): Record<K, number> =>
  Object.fromEntries(
    Object.entries<readonly unknown[]>(lists).map(([name, list]) => [name, list.length]),
  ) as Record<K, number>;

/** What differs between two sides, as far as the actor may see it. */
const compare = (before: Side, after: Side, actor: Actor): Omit<Drift, "from" | "to"> => {
  const sees = (ci: Ci): boolean => viewCi(actor, ci) !== undefined;
  const cis = ciDifferences(before.cis, after.cis);
  const links = linkDifferences(before.links, after.links);
  const everything = [...cis.added, ...cis.removed, ...cis.changed.map(({ ci }) => ci)];
  const cut = [before.truncated, after.truncated].filter((each) => each !== undefined);
  const shown = cis.changed.filter(({ ci }) => sees(ci)).slice(0, listed);
  return {
    counts: {
      before: before.cis.size,
      after: after.cis.size,
      ...lengthsOf(cis),
      ...lengthsOf(links),
      hidden: everything.filter((ci) => !sees(ci)).length,
    },
    added: cis.added.filter(sees).slice(0, listed).map(named),
    removed: cis.removed.filter(sees).slice(0, listed).map(named),
    changed: shown.map(({ ci, changes }) => ({ ...named(ci), changes })),
    relationsAdded: links.relationsAdded.slice(0, listed),
    relationsRemoved: links.relationsRemoved.slice(0, listed),
    relationsChanged: links.relationsChanged.slice(0, listed),
    ...(cut.length > 0 ? { truncated: cut } : {}),
  };
};

/** How what a baseline holds fast differs from what is there now, or was at another instant. */
export const driftOf = async (
  baseline: Baseline,
  against: { readonly at: string; readonly isNow: boolean },
  { actor, isOver }: { readonly actor: Actor; readonly isOver: () => boolean },
  context: Stores,
): Promise<Drift> => {
  const before = await sideOf(baseline, atInstant(context, baseline.at), isOver);
  const other = against.isNow ? nowIn(context) : atInstant(context, against.at);
  const after = await sideOf(baseline, other, isOver);
  return { from: baseline.at, to: against.at, ...compare(before, after, actor) };
};
