import type { Audit } from "../../services/asset/audit.ts";
import type { Contract } from "../../services/asset/contract.ts";
import { auditRecords, contractRecords } from "../../services/asset/software-table.ts";
import { costCenterRecords, kitRecords, vendorRecords } from "../../services/asset/table.ts";
import { active, post } from "./asset-deeds.ts";
import type { Facts } from "./facts.ts";
import { type KeptKind, keep } from "./kept-operations.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, storedKind } from "./simulated.ts";

const day = 24 * 3_600_000;

export const paperKinds = [
  storedKind(contractRecords, (id) => /^CTR\d+$/.test(id)),
  storedKind(auditRecords, (id) => /^AUD\d+$/.test(id)),
  storedKind(vendorRecords, (id) => /^VND\d+$/.test(id)),
  storedKind(costCenterRecords, (id) => /^CCT\d+$/.test(id)),
  storedKind(kitRecords, (id) => /^KIT\d+$/.test(id)),
];

const dateIn = (model: Model, days: number): string =>
  new Date(model.now() + days * day).toISOString().slice(0, 10);

/** They end within the days that a run lasts, and some go on by themselves. */
const contractFields = (random: Random, model: Model) => ({
  name: model.word(),
  kind: random.pick(["support", "lease"]),
  startsOn: "2026-01-01",
  endsOn: dateIn(model, random.between(0, 4)),
  noticeDays: random.between(0, 3),
  ...(random.chance(0.4) ? { renewsMonths: 1 } : {}),
  assetIds: model
    .seen("AST")
    .slice(0, 2)
    .map(({ id }) => id),
});

const contracts = (random: Random, model: Model): Operation => {
  const known = model.seen("CTR");
  if (known.length < 2) return post("/contracts", contractFields(random, model));
  const { id, version } = random.pick(known);
  const path = `/contracts/${id}`;
  return random.pick<Operation>([
    post(path, contractFields(random, model), { method: "PUT", ifMatch: version, isKeyed: false }),
    post(`${path}/renew`, { endsOn: dateIn(model, random.between(1, 5)) }),
    post(`${path}/cancel`, { reason: model.word() }),
  ]);
};

/** Somebody counts what is in a room, while others take things from it. */
const audits = (random: Random, model: Model): Operation => {
  const [room] = model.seen("STR").filter(({ id }) => !id.includes("."));
  if (room === undefined) return post("/stockrooms", { name: model.word() });
  const open = model.seen("AUD").filter(({ state }) => state === "open");
  if (open.length === 0) return post("/asset-audits", { name: model.word(), stockroomId: room.id });
  const path = `/asset-audits/${random.pick(open).id}`;
  const codes = [`tag-${random.int(12)}`, ...model.seen("AST").map(({ id }) => id)];
  const some = codes.filter(() => random.chance(0.5));
  return random.weighted<Operation>([
    [
      4,
      post(
        `${path}/scans`,
        { codes: some.length > 0 ? some : codes.slice(0, 1) },
        { mayChangeNothing: true },
      ),
    ],
    [2, post(`${path}/close`, { reportMissing: random.chance(0.5) })],
    [0.5, post(`${path}/cancel`, {})],
  ]);
};

const kitKind: KeptKind = {
  as: "asta",
  path: "/asset-kits",
  fields: (random, model) => ({
    name: model.word(),
    parts: active(model, "MDL")
      .filter(({ kind }) => kind !== "software")
      .slice(0, 2)
      .map(({ id }) => ({ modelId: id, quantity: random.between(1, 2) })),
  }),
  known: (model) => model.seen("KIT"),
};

/** Everything somebody gets on their first day, or nothing. */
const kits = (random: Random, model: Model): Operation => {
  const [room] = active(model, "STR").filter(({ id }) => !id.includes("."));
  const known = active(model, "KIT");
  if (active(model, "MDL").length === 0)
    return post("/asset-models", { name: model.word(), kind: "hardware" });
  if (room === undefined || known.length === 0 || random.chance(0.2)) return keep(kitKind, 1)(random, model);
  const assetIds = model
    .seen("AST")
    .filter(({ state }) => state === "in_stock")
    .slice(0, random.between(1, 2))
    .map(({ id }) => id);
  const body = { holderId: random.pick(["eve", "emil"]), stockroomId: room.id, assetIds };
  return post(`/asset-kits/${random.pick(known).id}/check-out`, body, { mayChangeNothing: true });
};

const named = (path: string, prefix: string): KeptKind => ({
  as: "asta",
  path,
  fields: (_random, model) => ({ name: model.word(), ...(prefix === "CCT" ? { code: model.word() } : {}) }),
  known: (model) => model.seen(prefix),
});

/** What is written about assets: contracts, audits, kits, and whom they are bought from and for. */
export const papers = (random: Random, model: Model): Operation =>
  random.weighted([
    [4, contracts],
    [4, audits],
    [3, kits],
    [1, keep(named("/vendors", "VND"))],
    [1, keep(named("/cost-centers", "CCT"))],
  ])(random, model);

const recordOf = <R>({ item }: Facts["kept"][number]): R =>
  ({ ...(item?.record as object), ...(item?.long as object) }) as R;

/** A contract that is past its last day is none; an audit says of each asset one thing only. */
export const brokenPapers = ({ kept, now }: Facts): string[] =>
  kept.flatMap((one) => {
    if (/^CTR\d+$/.test(one.id)) {
      const { id, state, endsOn } = recordOf<Contract>(one);
      // Two rounds of the schedule, and a day that is over.
      const isOver = Date.parse(`${endsOn}T00:00:00Z`) + day + 3 * 3_600_000 < now;
      return state === "active" && isOver ? [`${id} is active after ${endsOn}`] : [];
    }
    if (!/^AUD\d+$/.test(one.id)) return [];
    const { id, found, unexpected, missing = [] } = recordOf<Audit>(one);
    const all = [...found, ...unexpected, ...missing];
    return all
      .filter((asset, at) => all.indexOf(asset) !== at)
      .map((asset) => `${id} says two things of ${asset}`);
  });
