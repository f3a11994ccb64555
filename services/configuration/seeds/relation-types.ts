import type { ImpactFlow, RelationType } from "../relation-type.ts";
import { rootClassId } from "./classes.ts";

type Pair = readonly [from: string, to: string];
const anything: readonly Pair[] = [[rootClassId, rootClassId]];
const seededAt = "2026-01-01T00:00:00.000Z";

const typeOf = (
  id: string,
  reverseName: string,
  impact: ImpactFlow = "to_from",
  pairs: readonly Pair[] = anything,
): readonly [string, RelationType] => [
  id,
  {
    id,
    name: id.replaceAll("-", " "),
    reverseName,
    impact,
    allowed: pairs.map(([from, to]) => ({ from, to })),
    state: "active",
    version: 0,
    createdAt: seededAt,
    updatedAt: seededAt,
  },
];

const software = [
  "software",
  "application",
  "web_application",
  "microservice",
  "database",
  "middleware_instance",
];
const machines = ["server", "virtual_machine", "pc", "cloud_resource", "software", "virtual_device"];
const runsOn = [...software, "virtual_device", "service"].flatMap((from) =>
  machines.map((to): Pair => [from, to]),
);

/**
 * The standard types of the field (ServiceNow's relation types, iTop's impacts), each said from what suffers
 * to what it needs, by id.
 */
export const seededRelationTypes: ReadonlyMap<string, RelationType> = new Map([
  typeOf("depends-on", "used by"),
  typeOf("runs-on", "runs", "to_from", runsOn),
  typeOf("hosted-on", "hosts"),
  typeOf("contained-in", "contains"),
  typeOf("connects-to", "connected by"),
  typeOf("member-of", "has member", "from_to"),
  typeOf("powered-by", "provides power for", "to_from", [
    ["hardware", "power_connection"],
    ["facility", "power_connection"],
  ]),
  typeOf("backed-by", "backs"),
  typeOf("uses-endpoint-of", "provides endpoint to"),
  typeOf("receives-flow-from", "sends flow to"),
  typeOf("gets-resources-from", "defines resources for"),
  // Which end needs the other a cable does not tell: connects-to does.
  typeOf("cabled-to", "cabled to", "none", [
    ["hardware", "hardware"],
    ["hardware", "network"],
    ["network", "network"],
  ]),
  typeOf("associated-with", "associated with", "none"),
  typeOf("managed-by", "manages", "none"),
  typeOf("owned-by", "owns", "none"),
  typeOf("documented-by", "documents", "none"),
  typeOf("located-in", "location of"),
]);
