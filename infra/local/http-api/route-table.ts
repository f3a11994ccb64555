import type { RouteDefinition } from "./api-definition.ts";

/** A route chosen for a request, with the values of its path parameters in order. */
export type RouteMatch<Route> = { readonly route: Route; readonly values: readonly string[] };

type Methods<Route> = Map<string, Route>;
type Node<Route> = {
  readonly fixed: Map<string, Node<Route>>;
  readonly here: Methods<Route>;
  readonly greedy: Methods<Route>;
  parameter: Node<Route> | undefined;
};

const createNode = <Route>(): Node<Route> => ({
  fixed: new Map(),
  here: new Map(),
  greedy: new Map(),
  parameter: undefined,
});

const childOf = <Route>(node: Node<Route>, segment: string): Node<Route> => {
  if (segment.startsWith("{")) {
    node.parameter ??= createNode();
    return node.parameter;
  }
  const child = node.fixed.get(segment) ?? createNode<Route>();
  node.fixed.set(segment, child);
  return child;
};

const insert = <Route extends RouteDefinition>(root: Node<Route>, route: Route): void => {
  const segments = route.path.split("/").slice(1);
  const isGreedy = segments.at(-1)?.endsWith("+}") === true;
  const node = (isGreedy ? segments.slice(0, -1) : segments).reduce(childOf, root);
  (isGreedy ? node.greedy : node.here).set(route.method ?? "ANY", route);
};

const methodOf = <Route>(methods: Methods<Route>, method: string): Route | undefined =>
  methods.get(method) ?? methods.get("ANY");

/** Fixed segments win over parameters, parameters over a greedy one, and a named method over ANY. */
const search = <Route>(
  node: Node<Route>,
  method: string,
  segments: readonly string[],
  at: number,
  values: readonly string[],
): RouteMatch<Route> | undefined => {
  const segment = segments[at];
  if (segment === undefined) {
    const route = methodOf(node.here, method);
    return route === undefined ? undefined : { route, values };
  }
  const fixed = node.fixed.get(segment);
  const found = fixed && search(fixed, method, segments, at + 1, values);
  if (found !== undefined) return found;
  if (segment !== "" && node.parameter !== undefined) {
    const bound = search(node.parameter, method, segments, at + 1, [...values, segment]);
    if (bound !== undefined) return bound;
  }
  const greedy = methodOf(node.greedy, method);
  const rest = segments.slice(at).join("/");
  return greedy === undefined || rest === "" ? undefined : { route: greedy, values: [...values, rest] };
};

/** Compiles routes into a tree: choosing costs one look-up per path segment, however many routes there are. */
export const createRouteTable = <Route extends RouteDefinition>(
  routes: readonly Route[],
): ((method: string, path: string) => RouteMatch<Route> | undefined) => {
  const root = createNode<Route>();
  for (const route of routes) if (route.method !== undefined) insert(root, route);
  const fallback = routes.find(({ method }) => method === undefined);
  return (method, path) =>
    search(root, method, path.split("/").slice(1), 0, []) ??
    (fallback === undefined ? undefined : { route: fallback, values: [] });
};
