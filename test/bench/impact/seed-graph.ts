import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Ci } from "../../../services/configuration/ci.ts";
import { type Relation, relationId } from "../../../services/configuration/relation.ts";
import { ciRecords } from "../../../services/configuration/table.ts";
import { bundleOf, tiesOf, tiesOfCi } from "../../../services/configuration/ties-of.ts";
import { spread } from "../../../shared/dynamo/bundles.ts";
import { type Item, recordItem } from "../../../shared/dynamo/items.ts";
import { bundleKey, entryPrefix, liveAttribute, partPrefix } from "../../../shared/dynamo/ties.ts";
import { inParallel } from "../../replay/in-parallel.ts";
import { dependentsOf, type Graph } from "./graphs.ts";

const at = "2026-03-01T00:00:00.000Z";
export const ciId = (n: number): string => `CI${String(n + 1).padStart(7, "0")}`;

const group = "members";

const ciOf = (n: number, isGrouped: boolean): Ci =>
  ({
    ...(isGrouped ? { redundancy: [{ group, needed: { atLeast: 1 } }] } : {}),
    id: ciId(n),
    version: 1,
    createdAt: at,
    updatedAt: at,
    name: `host-${n}.example.com`,
    // Every hundredth is a service somebody answers for.
    ...(n % 100 === 99
      ? { classId: "business_service", classPath: ["ci", "service", "business_service"], ownerId: "ann" }
      : { classId: "server", classPath: ["ci", "hardware", "connectable", "data_center_device", "server"] }),
    state: "live",
    criticality: n % 10 === 9 ? "high" : "low",
    attributes: { manufacturer: "Acme", serialNumber: `S-${n}`, operatingSystem: "Linux", cpuCores: 8 },
    identities: [],
    restricted: false,
  }) as unknown as Ci;

const relationOf = (needs: number, needed: number, isGrouped: boolean): Relation => {
  const [fromId, toId, typeId] = [ciId(needs), ciId(needed), "depends-on"];
  const id = relationId(fromId, typeId, toId);
  const base = { id, version: 1, createdAt: at, updatedAt: at, since: at, weight: 1 };
  const counted = isGrouped ? { group } : {};
  return { ...base, ...counted, fromId, toId, typeId, impact: "to_from", state: "active" };
};

/** As many entries as the store puts into a part; there it is what a bundle has grown to. */
const perPart = 100;

/** The items of one bundle as relating its CIs one by one would have left them. */
const bundleItems = (bundle: string, ties: ReturnType<typeof tiesOf>): readonly Item[] => {
  const parts = new Map<number, Record<string, unknown>>([[0, { [liveAttribute]: ties.length }]]);
  for (const [n, { entry, value }] of ties.entries()) {
    const part = n < perPart ? 0 : spread(entry, Math.ceil((n + 1) / perPart));
    parts.set(part, { ...parts.get(part), [entryPrefix + entry]: value });
    if (part > 0) parts.set(0, { ...parts.get(0), [partPrefix + part]: true });
  }
  return [...parts].map(([part, facts]) => ({ ...bundleKey(bundle, part), ...facts }));
};

const itemsOf = (
  n: number,
  needs: readonly number[],
  dependents: readonly number[],
  isGrouped: boolean,
): readonly Item[] => {
  const related = [
    ...needs.map((needed) => relationOf(n, needed, isGrouped)),
    ...dependents.map((dependent) => relationOf(dependent, n, isGrouped)),
  ].flatMap(tiesOf);
  const ci = ciOf(n, isGrouped);
  const own = [...related, ...tiesOfCi(ci)];
  const bundles = (["up", "down"] as const).map((way) => {
    const bundle = bundleOf(way, ciId(n));
    return [bundle, own.filter((tie) => tie.bundle === bundle)] as const;
  });
  const filled = bundles.filter(([, ties]) => ties.length > 0);
  return [recordItem(ciRecords, ci), ...filled.flatMap(([bundle, ties]) => bundleItems(bundle, ties))];
};

/** DynamoDB takes 25 writes in a batch. */
const batch = 25;

/** Writes CIs and the bundles of their relations; the relations' own records are not read by impact. */
export const seedGraph = async (
  client: DynamoDBDocumentClient,
  table: string,
  graph: Graph,
): Promise<void> => {
  const dependents = dependentsOf(graph);
  const chunk = 5000;
  for (let first = 0; first < graph.needs.length; first += chunk) {
    const items = graph.needs
      .slice(first, first + chunk)
      .flatMap((needs, i) =>
        itemsOf(first + i, needs, dependents[first + i] ?? [], graph.isGrouped ?? false),
      );
    const batches = Array.from({ length: Math.ceil(items.length / batch) }, (_, i) => i * batch);
    await inParallel(batches, 4, async (start) => {
      const requests = items.slice(start, start + batch).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    });
  }
};
