import type { Ci } from "../../services/configuration/ci.ts";
import type { Duplicate } from "../../services/configuration/ci-duplicate.ts";
import type { Import } from "../../services/configuration/ci-import.ts";
import { importRecords, sourceRecords } from "../../services/configuration/import/table.ts";
import { duplicateRecords, healthRecords } from "../../services/configuration/quality/table.ts";
import type { RowResult } from "../../services/configuration/row-result.ts";
import { recordOf } from "../../shared/dynamo/items.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, storedKind } from "./simulated.ts";

const isCi = (id: string): boolean => /^CI\d+$/.test(id);
const isImport = (id: string): boolean => /^IMP\d+$/.test(id);
const isDuplicate = (id: string): boolean => /^DUP\d+$/.test(id);
const sourceIds = ["src.one", "src.two"] as const;

/** What imports and the quality of the CMDB are stored as. */
export const importKinds = [
  storedKind(importRecords, isImport),
  storedKind(sourceRecords, (id) => sourceIds.some((each) => each === id)),
  storedKind(duplicateRecords, isDuplicate),
  storedKind(healthRecords, (id) => id === "cmdb.health"),
];

const post = (as: Operation["as"], path: string, body: object = {}): Operation => ({
  as,
  method: "POST",
  path,
  body,
  isKeyed: true,
});

const makeSource = (random: Random): Operation =>
  post("ada", "/ci-sources", { id: random.pick(sourceIds), name: "Source", format: "json" });

/** Few things under few names: sources and people speak of the same ones. */
const row = (random: Random, at: number) => ({
  class: random.pick(["server", "linux_server"]),
  key: `k${at}`,
  name: `thing-${at}`,
  location: random.pick(["Oslo", "Rome"]),
  ...(random.chance(0.4) ? { manufacturer: "Acme", serialNumber: `s${random.between(1, 6)}` } : {}),
});

const graph = (random: Random): string => {
  const count = random.between(1, 4);
  const cis = Array.from({ length: count }, (_, at) => row(random, at));
  const relations = cis
    .slice(1)
    .filter(() => random.chance(0.6))
    .map(({ key }) => ({ from: key, to: "k0", type: "depends-on" }));
  return JSON.stringify({ cis, relations });
};

/** What AWS Config knows of machines, some of them gone. */
const snapshot = (random: Random): string => {
  const items = Array.from({ length: random.between(1, 4) }, (_, at) => ({
    awsAccountId: "1",
    awsRegion: "eu-west-1",
    resourceType: "AWS::EC2::Instance",
    resourceId: `i-${at}`,
    tags: { Name: `machine-${random.between(1, 3)}` },
    configurationItemStatus: random.chance(0.15) ? "ResourceDeleted" : "OK",
    relationships:
      at > 0 && random.chance(0.6)
        ? [{ resourceType: "AWS::EC2::Instance", resourceId: "i-0", name: "Is attached to Instance" }]
        : [],
  }));
  return JSON.stringify(items);
};

const open = (random: Random, model: Model): Operation => {
  const known = ["src.aws-config", ...model.seen("src.").map(({ id }) => id)];
  if (random.chance(0.2)) return makeSource(random);
  return post(random.pick(["cora", "robot"]), "/ci-imports", { sourceId: random.pick(known) });
};

const verbs: Readonly<Record<string, readonly string[]>> = {
  collecting: ["start", "start", "start", "start", "check", "cancel"],
  checked: ["start"],
  running: ["undo"],
  finished: ["undo"],
};

/** The newest imports are what people work at, so that most come to an end. */
const work = (random: Random, model: Model): Operation => {
  const known = model.seen("IMP");
  const waiting = known.find(({ state }) => state === "collecting" || state === "checked");
  if (waiting === undefined && random.chance(0.7)) return open(random, model);
  const one = waiting ?? known.at(-1);
  if (one === undefined) return open(random, model);
  const { id, state, rowCount, format } = one;
  if (state === "collecting" && (rowCount === 0 || random.chance(0.1))) {
    const content = format === "aws-config" ? snapshot(random) : graph(random);
    return post("cora", `/ci-imports/${id}/rows`, { chunk: 1, content });
  }
  const possible = verbs[String(state)];
  return possible === undefined
    ? { as: "cora", method: "GET", path: `/ci-imports/${id}` }
    : post("cora", `/ci-imports/${id}/${random.pick(possible)}`);
};

const doubt = (random: Random, model: Model): Operation => {
  const known = model.seen("DUP");
  const cis = model.seen("CI").filter(({ id }) => isCi(id));
  if (known.length > 0 && random.chance(0.6)) {
    const { id } = random.pick(known);
    return random.chance(0.7)
      ? post("cora", `/ci-duplicates/${id}/merge`)
      : post("cora", `/ci-duplicates/${id}/dismiss`, { reason: "Two rooms" });
  }
  const [one, other] = [random.pick(cis)?.id, random.pick(cis)?.id];
  if (one === undefined || one === other) return open(random, model);
  return post("cora", "/ci-duplicates", { ciIds: [one, other], reason: "Same label" });
};

/** Sources that speak of things, imports that are tried, run and taken back, and CIs that may be one. */
export const importOperation = (random: Random, model: Model): Operation =>
  random.weighted([
    [2, open],
    [8, work],
    [3, doubt],
  ])(random, model);

const recordsIn = <R>({ kept }: Facts, is: (id: string) => boolean): readonly R[] =>
  kept.flatMap(({ service, id, item }) =>
    service === "configuration" && item !== undefined && is(id) ? [recordOf(item) as R] : [],
  );

/** Nobody knows the same CI by the same key twice, and nothing is under way when all has come to rest. */
export const brokenImports = (facts: Facts): string[] => {
  const imports = recordsIn<Import>(facts, isImport);
  const keys = recordsIn<Ci>(facts, isCi).flatMap(({ sources = [] }) =>
    sources.map(({ sourceId, key }) => `${sourceId} ${key}`),
  );
  return [
    ...imports
      .filter(({ state }) => ["checking", "running", "undoing"].includes(state))
      .map(({ id, state }) => `${id} is ${state} although all is quiet`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} is the key of two CIs`),
    ...imports.flatMap((each) => brokenCounts(facts, each)),
  ];
};

const sheetsOf = ({ items }: Facts, id: string, prefix: string): readonly RowResult[] =>
  (items.get("configuration") ?? [])
    .filter(({ pk, sk }) => pk === `SHEET#${id}` && sk.startsWith(prefix))
    .flatMap(({ value }) => value as readonly RowResult[]);

/** Each row has one result, beside what its CI's rows name no more and what earlier imports told of, and the counts are those of the results. */
const brokenCounts = (facts: Facts, { id, counts, rowCount, state }: Import): string[] => {
  if (!["finished", "undoing", "undone"].includes(state)) return [];
  const results = sheetsOf(facts, id, "RESULT#import#");
  const ofRows = results.filter(({ outcome, waited }) => outcome !== "ended" && !waited).length;
  const total = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  return [
    ...(ofRows === rowCount ? [] : [`${id} has ${ofRows} results for ${rowCount} rows`]),
    ...(total === results.length ? [] : [`${id} counts ${total} of ${results.length} results`]),
  ];
};

/** What was merged is gone with all it had: retired, pointing to the one that stays, tied to nothing. */
export const brokenMerges = (facts: Facts): string[] => {
  const cis = new Map(recordsIn<Ci>(facts, isCi).map((ci) => [ci.id, ci]));
  return recordsIn<Duplicate>(facts, isDuplicate).flatMap(({ id, state, ciIds, survivorId = "" }) => {
    if (state === "merging") return [`${id} is merging although all is quiet`];
    if (state !== "merged") return [];
    const lastOf = (ciId: string): string => {
      const next = cis.get(ciId)?.supersededBy;
      return next === undefined ? ciId : lastOf(next);
    };
    const ends = new Set(ciIds.map(lastOf));
    const torn = ciIds.filter((ciId) => {
      const next = cis.get(ciId)?.supersededBy;
      return next !== undefined && cis.get(next)?.mergedIds?.includes(ciId) !== true;
    });
    return [
      ...(ends.size === 1 ? [] : [`${id} is merged, and ${[...ends]} are two`]),
      ...torn.map((ciId) => `what ${ciId} was merged into did not take it over`),
      ...(cis.get(survivorId) === undefined ? [`${survivorId} of ${id} is not there`] : []),
    ];
  });
};
