import { assessmentRecords } from "../../services/configuration/assessment.ts";
import type { Ci } from "../../services/configuration/ci.ts";
import { followedRecords } from "../../services/configuration/followed-change.ts";
import { configurationService } from "../../services/configuration/service.ts";
import {
  ciRecords,
  classRecords,
  relationRecords,
  relationTypeRecords,
} from "../../services/configuration/table.ts";
import { recordOf } from "../../shared/dynamo/items.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import { brokenBundles, isRelation } from "./configuration-bundles.ts";
import { brokenCampaigns, careFor, careKinds } from "./configuration-care.ts";
import { brokenImports, brokenMerges, importKinds, importOperation } from "./configuration-import.ts";
import { brokenAssessments, brokenOpenIncidents } from "./configuration-incidents.ts";
import { queryKinds, queryOperation } from "./configuration-queries.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type SeenRecord, type Simulated, storedKind } from "./simulated.ts";

const writers = ["cora", "robot"] as const;
const isCi = (id: string): boolean => /^CI\d+$/.test(id);
const cis = (model: Model) => model.seen("CI").filter(({ id }) => isCi(id));
const relations = (model: Model) => model.seen("CI").filter(({ id }) => isRelation(id));

/** Few serial numbers: two people register the same thing. */
const serials = (random: Random) => ({ manufacturer: "Acme", serialNumber: `s${random.between(1, 6)}` });

const register = (random: Random, model: Model): Operation => ({
  as: random.pick(writers),
  method: "POST",
  path: "/cis",
  body: {
    name: model.word(),
    ...(random.chance(0.3)
      ? { classId: "business_service" }
      : {
          classId: random.pick(["server", "switch"]),
          attributes: random.chance(0.5) ? serials(random) : {},
        }),
    criticality: random.pick(["low", "medium", "high"]),
    ownerId: "cora",
    ...(random.chance(0.3) ? { redundancy: [{ group: "pair", needed: { atLeast: 1 } }] } : {}),
  },
  isKeyed: random.chance(0.8),
});

const edit = (random: Random, model: Model): Operation => {
  const known = cis(model);
  if (known.length === 0) return register(random, model);
  const { id, version, classPath } = random.pick(known);
  const isHardware = (classPath as readonly string[] | undefined)?.includes("hardware") === true;
  const body = {
    location: model.word(),
    ...(isHardware && random.chance(0.5) ? { attributes: serials(random) } : {}),
  };
  return { as: random.pick(writers), method: "PATCH", path: `/cis/${id}`, ifMatch: version, body };
};

const verbs: Readonly<Record<string, readonly string[]>> = {
  planned: ["deploy", "retire"],
  live: ["maintain", "retire"],
  maintenance: ["deploy", "retire"],
  retired: ["reinstate"],
};
const post = (random: Random, path: string, body: object = {}): Operation => ({
  as: random.pick(writers),
  method: "POST",
  path,
  body,
  isKeyed: true,
});

const move = (random: Random, model: Model): Operation => {
  const known = cis(model);
  if (known.length === 0) return register(random, model);
  const { id, state } = random.pick(known);
  return post(random, `/cis/${id}/${random.pick(verbs[String(state)] ?? ["retire"])}`);
};

const reclassify = (random: Random, model: Model): Operation => {
  const known = cis(model);
  if (known.length === 0) return register(random, model);
  const operation = post(random, `/cis/${random.pick(known).id}/reclassify`, {
    classId: random.pick(["server", "linux_server", "switch"]),
  });
  return { ...operation, mayChangeNothing: true };
};

const relate = (random: Random, model: Model): Operation => {
  const known = cis(model).slice(0, 6);
  if (known.length < 2) return register(random, model);
  const [from, to] = [random.pick(known), random.pick(known)];
  if (from === to) return register(random, model);
  return post(random, "/ci-relations", {
    fromId: from.id,
    toId: to.id,
    typeId: random.pick(["depends-on", "contained-in", "member-of"]),
    ...(random.chance(0.3) ? { group: "pair" } : {}),
  });
};

const changeRelation = (random: Random, model: Model): Operation => {
  const known = relations(model);
  if (known.length === 0) return relate(random, model);
  const { id, state, version }: SeenRecord = random.pick(known);
  const fields = random.chance(0.5) ? { weight: random.between(1, 3) } : { group: "pair" };
  if (state === "ended") return post(random, `/ci-relations/${id}/relate`, fields);
  if (random.chance(0.6)) return post(random, `/ci-relations/${id}/end`);
  const path = `/ci-relations/${id}`;
  return {
    as: random.pick(writers),
    method: "PUT",
    path,
    ifMatch: version,
    body: fields,
    mayChangeNothing: true,
  };
};

/** A class and a type that nobody else's ids could be. */
const [ownClass, ownType] = ["sim_blade", "sim-cooled-by"];

const remodel = (random: Random, model: Model): Operation => {
  const [id, path, fields] = random.chance(0.5)
    ? [ownClass, "/ci-classes", { name: model.word(), parentId: "server" }]
    : [
        ownType,
        "/relation-types",
        { name: model.word(), reverseName: "cools", impact: "to_from", allowed: [{ from: "ci", to: "ci" }] },
      ];
  const as = random.pick(["cora", "ada"] as const);
  const known = model.seen(id)[0];
  if (known === undefined)
    return { as, method: "POST", path, body: { id, ...fields }, isKeyed: random.chance(0.8) };
  const own = `${path}/${id}`;
  if (random.chance(0.6)) return { as, method: "PUT", path: own, ifMatch: known.version, body: fields };
  const verb = known.state === "active" ? "retire" : "restore";
  return { as, method: "POST", path: `${own}/${verb}`, body: {}, isKeyed: true };
};

const read = (random: Random, model: Model): Operation => {
  const known = cis(model);
  const as = random.pick(["ann", "cora"] as const);
  if (known.length === 0) return { as, method: "GET", path: "/cis" };
  return { as, method: "GET", path: `/cis/${random.pick(known).id}` };
};

/** What makes a CI that one and no other is so of one CI only. */
const sharedIdentities = ({ kept }: Facts): string[] => {
  const holders = new Map<string, string>();
  return kept.flatMap(({ id, item }) => {
    if (item === undefined || !isCi(id)) return [];
    return recordOf<Ci>(item).identities.flatMap((identity) => {
      const other = holders.get(identity);
      holders.set(identity, id);
      return other === undefined ? [] : [`${id} and ${other} are both ${identity}`];
    });
  });
};

/** People and a program register the same few things and relate them to and fro. */
export const simulatedConfiguration: Simulated = {
  service: configurationService as unknown as Simulated["service"],
  share: 3,
  kinds: [
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
    storedKind(ciRecords, isCi),
    storedKind(relationRecords, isRelation),
    storedKind(assessmentRecords, (id) => id.startsWith("impact."), ["ImpactAssessed"]),
    storedKind(followedRecords, (id) => id.startsWith("followed.")),
    storedKind(classRecords, (id) => id === ownClass),
    storedKind(relationTypeRecords, (id) => id === ownType),
    ...importKinds,
    ...queryKinds,
    ...careKinds,
  ],
  operation: (random, model) =>
    random.weighted([
      [4, register],
      [3, edit],
      [2, move],
      [1, reclassify],
      [4, relate],
      [4, changeRelation],
      [1, remodel],
      [1, read],
      [1, queryOperation],
      [model.mood < 0.4 ? 25 : 4, importOperation],
      [model.mood > 0.75 ? 25 : 1, careFor],
    ])(random, model),
  broken: (facts) => [
    ...brokenBundles(facts),
    ...sharedIdentities(facts),
    ...brokenAssessments(facts),
    ...brokenOpenIncidents(facts),
    ...brokenImports(facts),
    ...brokenMerges(facts),
    ...brokenCampaigns(facts),
  ],
};
