import {
  type Entitlement,
  type Installation,
  type Position,
  positionIdOf,
  type Seat,
} from "../../services/asset/software.ts";
import {
  entitlementRecords,
  installationRecords,
  positionRecords,
  seatRecords,
} from "../../services/asset/software-table.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, storedKind } from "./simulated.ts";

const people = ["eve", "emil", "nora"] as const;
const devices = ["pc-1", "pc-2", "pc-3"] as const;

export const softwareKinds = [
  storedKind(entitlementRecords, (id) => /^ENT\d+$/.test(id)),
  storedKind(installationRecords, (id) => /^INS[0-9a-f]+$/.test(id)),
  storedKind(seatRecords, (id) => /^SEA[0-9a-f]+$/.test(id)),
  storedKind(positionRecords, (id) => /^MDL\d+\.LIC$/.test(id)),
];

const post = (path: string, body: unknown, more: Partial<Operation> = {}): Operation => ({
  as: "asta",
  method: "POST",
  path,
  body,
  isKeyed: true,
  ...more,
});

const software = (model: Model) =>
  model
    .seen("MDL")
    .filter(({ kind }) => kind === "software")
    .slice(0, 2);

const report = (random: Random, model: Model): Operation => {
  const [modelId, chosen] = [random.pick(software(model)).id, devices.filter(() => random.chance(0.5))];
  const rows = (chosen.length > 0 ? chosen : ["pc-1"]).map((deviceId) => ({
    ...{ modelId, deviceId, cores: random.between(1, 8) },
    ...(random.chance(0.7) ? { userId: random.pick(people) } : {}),
  }));
  return post("/software-installations", { rows }, { as: "robot", mayChangeNothing: true });
};

const allocate = (random: Random, model: Model): Operation => {
  const { id: modelId, metric } = random.pick(software(model));
  const unit =
    metric === "user"
      ? { kind: "person", id: random.pick(people) }
      : { kind: "device", id: random.pick(devices) };
  return post("/seats", { modelId, unit }, { mayChangeNothing: true });
};

const entitle = (random: Random, model: Model): Operation => {
  const known = model.seen("ENT");
  const { id: modelId } = random.pick(software(model));
  if (known.length === 0 || random.chance(0.5))
    return post("/entitlements", { modelId, quantity: random.between(1, 5) });
  const { id, version, modelId: own } = random.pick(known);
  if (random.chance(0.3)) return post(`/entitlements/${id}/end`, {});
  const body = { modelId: own, quantity: random.between(1, 5) };
  return {
    as: "asta",
    method: "PUT",
    path: `/entitlements/${id}`,
    ifMatch: version,
    body,
    mayChangeNothing: true,
  };
};

/** What is there goes, and what was given is taken back. */
const takeAway = (random: Random, model: Model): Operation => {
  const seats = model.seen("SEA");
  if (seats.length > 0 && random.chance(0.5)) return post(`/seats/${random.pick(seats).id}/release`, {});
  const installations = model.seen("INS");
  return installations.length > 0
    ? post(`/software-installations/${random.pick(installations).id}/remove`, {})
    : { as: "asta", method: "GET", path: "/software-installations" };
};

/** Software is bought, given, found and removed, mostly the same on the same few devices. */
export const useSoftware = (random: Random, model: Model): Operation => {
  if (software(model).length === 0) {
    const metric = random.pick(["device", "user", "core"]);
    return post("/asset-models", { name: model.word(), kind: "software", metric });
  }
  return random.weighted([
    [4, report],
    [2, allocate],
    [2, entitle],
    [3, takeAway],
  ])(random, model);
};

const recordsIn = <R>({ kept }: Facts, pattern: RegExp): readonly R[] =>
  kept
    .filter(({ id, item }) => pattern.test(id) && item !== undefined)
    .map(({ item }) => ({ ...(item?.record as object), ...(item?.long as object) }) as R);

const usedOf = (installations: readonly Installation[]): number => {
  const there = installations.filter(({ state }) => state === "installed");
  const units = new Map<string, number>();
  for (const { metric, userId, deviceId, cores } of there) {
    const unit = metric === "user" && userId !== undefined ? `person ${userId}` : `device ${deviceId}`;
    units.set(unit, Math.max(1, (units.get(unit) ?? 0) + cores));
  }
  return [...units.values()].reduce((sum, count) => sum + count, 0);
};

/** Positions are what a recount of entitlements, seats and installations gives. */
export const brokenPositions = (facts: Facts): string[] => {
  const entitlements = recordsIn<Entitlement>(facts, /^ENT\d+$/);
  const installations = recordsIn<Installation>(facts, /^INS[0-9a-f]+$/);
  const seats = recordsIn<Seat>(facts, /^SEA[0-9a-f]+$/);
  const positions = new Map(recordsIn<Position>(facts, /^MDL\d+\.LIC$/).map((each) => [each.id, each]));
  const models = new Set([...entitlements, ...installations, ...seats].map(({ modelId }) => modelId));
  return [...models].flatMap((modelId) => {
    const isOf = (each: { readonly modelId: string }) => each.modelId === modelId;
    const active = entitlements.filter((each) => isOf(each) && each.state === "active");
    const right = {
      entitled: active.reduce((sum, { quantity }) => sum + quantity, 0),
      allocated: seats.filter((each) => isOf(each) && each.state === "allocated").length,
      used: usedOf(installations.filter(isOf)),
    };
    const { entitled = 0, allocated = 0, used = 0 } = positions.get(positionIdOf(modelId)) ?? {};
    return JSON.stringify({ entitled, allocated, used }) === JSON.stringify(right)
      ? []
      : [
          `${modelId} counts ${JSON.stringify({ entitled, allocated, used })}, right is ${JSON.stringify(right)}`,
        ];
  });
};
