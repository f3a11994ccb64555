import type { Criticality } from "../events.ts";
import type { ImpactSummary } from "../events-impact.ts";
import { serviceClassId } from "../seeds/classes.ts";
import type { Node } from "./graph.ts";
import type { Reached, Walked } from "./walk.ts";

/** What is told of a CI: its name, or what stands for one that the reader must not know. */
export type Tell = (node: Node) => { readonly id: string; readonly name: string } | undefined;

/** To everybody who hears the event: a restricted CI keeps its name to itself. */
export const tellAll: Tell = ({ id, name, restricted }) => ({ id, name: restricted ? id : name });

const ranks: Readonly<Record<Criticality, number>> = { high: 0, medium: 1, low: 2 };

/** Most critical first, then the nearest, then by number: the same question has the same answer. */
export const byWeight = (a: Reached, b: Reached): number =>
  ranks[a.node.criticality] - ranks[b.node.criticality] ||
  a.depth - b.depth ||
  (a.node.id < b.node.id ? -1 : 1);

const isService = ({ node }: Reached): boolean => node.classPath.includes(serviceClassId);

/** So many services, so many paths and such long ones are told; the numbers say how many there are. */
const most = { services: 50, paths: 10, steps: 30, classes: 100 } as const;

const hidden = { id: "hidden", name: "hidden" };

/** The way to a CI from the one that failed; of a very long one the last steps. */
export const pathTo = (
  end: Reached,
  { reached }: Pick<Walked, "reached">,
  tell: Tell,
): ImpactSummary["paths"][number] => {
  const steps: ImpactSummary["paths"][number] = [];
  for (let at: Reached | undefined = end; at !== undefined && steps.length < most.steps; ) {
    const { id: ciId, name } = tell(at.node) ?? hidden;
    const { typeId, group } = at.via?.link ?? {};
    steps.unshift({ ciId, name, ...(typeId ? { typeId } : {}), ...(group ? { group } : {}) });
    at = at.via && reached.get(at.via.fromId);
  }
  return steps;
};

const counted = (classIds: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const id of classIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a).slice(0, most.classes));
};

/**
 * What a walk found, in few words: services and how they are reached, how critical the worst of it is, and how
 * many of what. The CIs that fail count for criticality and services, and not among the impacted.
 */
export const summaryOf = (
  walked: Walked,
  ciIds: readonly string[],
  { tell, assessedAt }: { readonly tell: Tell; readonly assessedAt: string },
): ImpactSummary => {
  const all = [...walked.reached.values()].toSorted(byWeight);
  const impacted = all.filter(({ depth }) => depth > 0);
  const services = all.filter(isService);
  const told = services.filter(({ node }) => tell(node) !== undefined);
  return {
    ciIds: [...ciIds],
    services: told.slice(0, most.services).map(({ node }) => ({
      ...(tell(node) ?? hidden),
      criticality: node.criticality,
      ...(node.ownerId === undefined || node.restricted ? {} : { ownerId: node.ownerId }),
    })),
    serviceCount: services.length,
    criticality: all[0]?.node.criticality,
    impactedCount: impacted.length,
    countsByClass: counted(impacted.map(({ node }) => node.classId)),
    paths: told
      .filter(({ depth }) => depth > 0)
      .slice(0, most.paths)
      .map((each) => pathTo(each, walked, tell)),
    ...(walked.unknownIds.length > 0 ? { unknownCiIds: [...walked.unknownIds] } : {}),
    ...(walked.truncated ? { truncated: walked.truncated } : {}),
    assessedAt,
  };
};
