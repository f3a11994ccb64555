import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { GraphEdge, GraphNode } from "../../parts/graph/graph-model.ts";
import type { Level } from "./health-badge.tsx";

export type Answer = Schemas["ImpactAnswer"];
export type MapItem = Answer["items"][number];

/** An item that is taken as failing. */
export type Failing = { readonly id: string; readonly name: string; readonly classId: string };

/** Both answers about the same items: what suffers when they fail, and what they need. */
export type Answers = { readonly suffers: Answer | undefined; readonly needed: Answer | undefined };

/** More than this of either side, 500 together, is no picture any more; the list has them all. */
const mostDrawn = 250;

const drawn = (answer: Answer | undefined): readonly MapItem[] => answer?.items.slice(0, mostDrawn) ?? [];

/** How many are in the list and not in the picture. */
export const undrawn = ({ suffers, needed }: Answers): number =>
  [suffers, needed].reduce((sum, each) => sum + Math.max(0, (each?.items.length ?? 0) - mostDrawn), 0);

const healths: Readonly<Record<Level, NonNullable<GraphNode["health"]>>> = {
  ok: "good",
  changing: "good",
  troubled: "degraded",
  at_risk: "degraded",
  impaired: "down",
  critical: "down",
};

type Told = {
  readonly failing: readonly Failing[];
  readonly answers: Answers;
  readonly levels: ReadonlyMap<string, Level>;
  readonly className: (id: string) => string;
};

/** The items of the picture: those that fail, what suffers (marked so), and what they need. */
export const nodesOf = ({ failing, answers, levels, className }: Told): readonly GraphNode[] => {
  const nodes = new Map<string, GraphNode>();
  const add = (id: string, label: string, classId: string | undefined, emphasis: GraphNode["emphasis"]) => {
    const level = levels.get(id);
    nodes.set(id, {
      ...nodes.get(id),
      id,
      label,
      href: `/cis/${id}`,
      emphasis,
      ...(classId === undefined ? {} : { kind: className(classId) }),
      ...(level === undefined ? {} : { health: healths[level] }),
    });
  };
  const addAll = (items: readonly MapItem[], emphasis: GraphNode["emphasis"]): void => {
    for (const { path } of items) for (const step of path) add(step.ciId, step.name, undefined, emphasis);
    for (const { id, name, classId } of items) add(id, name, classId, emphasis);
  };
  addAll(drawn(answers.needed), undefined);
  addAll(drawn(answers.suffers), "affected");
  for (const { id, name, classId } of failing) add(id, name, classId, "root");
  return [...nodes.values()];
};

/** The items of the picture on the way to what is drawn, and those it began with. */
const drawnIds = (answer: Answer | undefined): ReadonlySet<string> =>
  new Set([
    ...(answer?.ciIds ?? []),
    ...drawn(answer).flatMap(({ id, path }) => [id, ...path.map(({ ciId }) => ciId)]),
  ]);

/** Every dependency between what is drawn. Lines run the way a failure takes: from what is needed to what needs it. */
export const edgesOf = ({ suffers, needed }: Answers): readonly GraphEdge[] => {
  const edges = new Map<string, GraphEdge>();
  const add = (from: string, to: string): unknown => edges.set(`${from} ${to}`, { from, to });
  const addAll = (answer: Answer | undefined, isDown: boolean): void => {
    const ids = drawnIds(answer);
    for (const { from, to } of answer?.edges ?? [])
      if (ids.has(from) && ids.has(to)) add(...(isDown ? ([from, to] as const) : ([to, from] as const)));
    // The way to each is drawn also where there are more dependencies than are told.
    for (const { path } of drawn(answer))
      path.slice(1).forEach(({ ciId }, at) => {
        const before = path[at]?.ciId ?? "";
        if (isDown) add(before, ciId);
        else add(ciId, before);
      });
  };
  addAll(suffers, true);
  addAll(needed, false);
  return [...edges.values()];
};
