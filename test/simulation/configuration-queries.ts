import { countRecords, queryRecords } from "../../services/configuration/query/table.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, storedKind } from "./simulated.ts";

const isQuery = (id: string): boolean => /^CIQ\d+$/.test(id);

/** Questions to the graph, and how many answers they had when the clock counted them. */
export const queryKinds = [
  storedKind(queryRecords, isQuery),
  storedKind(countRecords, (id) => id.startsWith("count.CIQ")),
];

const fieldsOf = (random: Random, model: Model) => ({
  name: model.word(),
  classId: random.pick(["server", "hardware"]),
  where: random.chance(0.5) ? [{ field: "location", is: "missing" }] : [],
  steps: random.chance(0.5) ? [{ typeIds: ["depends-on"], direction: "reverse" }] : [],
  isWatched: true,
});

/** A few questions are kept, changed and put away while what they ask about changes, too. */
export const queryOperation = (random: Random, model: Model): Operation => {
  const as = random.pick(["cora", "robot"] as const);
  const known = model.seen("CIQ").filter(({ id }) => isQuery(id));
  const body = fieldsOf(random, model);
  if (known.length < 2) return { as, method: "POST", path: "/ci-queries", body, isKeyed: random.chance(0.8) };
  const { id, version, state } = random.pick(known);
  const path = `/ci-queries/${id}`;
  if (state === "retired") return { as, method: "POST", path: `${path}/restore`, body: {}, isKeyed: true };
  if (random.chance(0.2)) return { as, method: "POST", path: `${path}/retire`, body: {}, isKeyed: true };
  if (random.chance(0.3)) return { as: "ann", method: "GET", path: `${path}/counts` };
  return { as, method: "PUT", path, ifMatch: version, body, mayChangeNothing: true };
};
