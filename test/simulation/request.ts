import { requestService } from "../../services/request/service.ts";
import {
  catalogRecords,
  categoryRecords,
  draftRecords,
  itemRecords,
  requestRecords,
  scheduleRecords,
  settingsRecords,
  signalRecords,
  standingRecords,
  surveyRecords,
} from "../../services/request/table.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import type { Name } from "../bed/people.ts";
import type { Random } from "./machine/random.ts";
import { govern, offer } from "./request-catalog.ts";
import {
  brokenApprovals,
  brokenBundles,
  brokenOrders,
  brokenStandings,
  brokenTasks,
} from "./request-invariants.ts";
import { brokenSchedules, schedule, survey } from "./request-later.ts";
import { type Model, type Operation, type SeenRecord, type Simulated, storedKind } from "./simulated.ts";

const customers: readonly Name[] = ["eve", "emil", "ann"];
const workers: readonly Name[] = ["ann", "abe", "ada"];

const lines = (random: Random, known: readonly SeenRecord[]) =>
  Array.from({ length: random.between(1, 2) }, () => ({ catalogItemId: random.pick(known).id }));

const order = (random: Random, model: Model): Operation => {
  const known = model.seen("CIT").filter(({ state }) => state === "published");
  if (known.length === 0) return govern(random, model);
  const wanted = {
    lines: lines(random, known),
    ...(random.chance(0.4) ? { requestedFor: random.pick(customers) } : {}),
  };
  const drafts = model.seen("RQD").filter(({ state }) => state === "open");
  const as = random.pick(customers);
  if (drafts.length > 0 && random.chance(0.4)) {
    const { id, ownerId, version } = random.pick(drafts);
    const path = `/request-drafts/${id}`;
    const owner = ownerId as Name;
    if (random.chance(0.4))
      return { as: owner, method: "PUT", path, ifMatch: version, body: wanted, mayChangeNothing: true };
    return { as: owner, method: "POST", path: `${path}/order`, body: {}, isKeyed: random.chance(0.8) };
  }
  const path = random.chance(0.3) ? "/request-drafts" : "/requests";
  return { as, method: "POST", path, body: wanted, isKeyed: random.chance(0.8) };
};

type Command = (random: Random, model: Model, request: SeenRecord) => Operation;
const post =
  (
    who: readonly Name[],
    path: (id: string, itemId: string) => string,
    body: (word: string, random: Random) => object,
  ): Command =>
  (random, model, { id, items }) => ({
    as: random.pick(who),
    method: "POST",
    path: path(id, random.pick(items as readonly { readonly id: string }[]).id),
    body: body(model.word(), random),
    isKeyed: random.chance(0.8),
    mayChangeNothing: true,
  });
const comment = (word: string) => ({ comment: word });
const reason = (word: string) => ({ reason: word });
const approvers: readonly Name[] = ["max", "ada"];
const task = (verb: string): Command =>
  post(
    workers,
    (_id, item) => `/request-items/${item}/tasks/${verb}`,
    (outcome, random) => ({
      taskId: String(random.between(1, 4)),
      ...(verb === "start" || verb === "retry" ? {} : { outcome }),
    }),
  );

const commands: readonly (readonly [number, Command])[] = [
  [4, post(approvers, (id) => `/requests/${id}/approve`, comment)],
  [3, post(approvers, (_id, item) => `/request-items/${item}/approve`, comment)],
  [0.5, post(approvers, (id) => `/requests/${id}/reject`, comment)],
  [2, task("start")],
  [8, task("complete")],
  [1, task("fail")],
  [2, task("skip")],
  [1, task("retry")],
  [0.7, post(customers, (id) => `/requests/${id}/cancel`, reason)],
  [0.7, post(customers, (_id, item) => `/request-items/${item}/cancel`, reason)],
  [
    0.5,
    post(
      workers,
      (_id, item) => `/request-items/${item}/tasks`,
      (title) => ({ title }),
    ),
  ],
  [
    0.5,
    post(
      customers,
      (id) => `/requests/${id}/comments`,
      (text) => ({ text }),
    ),
  ],
];

const work = (random: Random, model: Model): Operation => {
  // Lists show requests without their items.
  const known = model.seen("REQ").filter(({ items }) => items !== undefined);
  if (known.length === 0) return order(random, model);
  return random.weighted(commands)(random, model, random.pick(known.slice(-5)));
};

/** Something happened elsewhere that steps may wait for. */
const tell = (_random: Random, model: Model): Operation => ({
  as: "ada",
  method: "POST",
  path: "/request-signals",
  body: { name: "told", text: model.word() },
  isKeyed: true,
});

/** What people do with what they got. */
const afterwards = (random: Random, model: Model): Operation => {
  const held = model.seen("STE").filter(({ state }) => state === "held");
  if (held.length > 0 && random.chance(0.5)) {
    const { id, personId } = random.pick(held);
    const path = `/standing-entitlements/${id}/give-back`;
    return { as: personId as Name, method: "POST", path, body: {}, isKeyed: true };
  }
  const as = random.pick(customers);
  if (random.chance(0.5)) return { as, method: "GET", path: "/standing-entitlements" };
  return { as, method: "GET", path: "/requests", query: { personId: as } };
};

/** A few things to be had, ordered, approved, fulfilled and thought better of by several people at once. */
export const simulatedRequest: Simulated = {
  service: requestService as unknown as Simulated["service"],
  share: 6,
  kinds: [
    storedKind(requestRecords, (id) => /^REQ\d+$/.test(id)),
    storedKind(itemRecords, (id) => /^RITM\d+$/.test(id)),
    storedKind(catalogRecords, (id) => /^CIT\d+$/.test(id)),
    storedKind(categoryRecords, (id) => /^CCA\d+$/.test(id)),
    storedKind(draftRecords, (id) => /^RQD\d+$/.test(id)),
    storedKind(standingRecords, (id) => /^STE\d+(-\d+)?$/.test(id)),
    storedKind(surveyRecords, (id) => id.startsWith("CSA-")),
    storedKind(scheduleRecords, (id) => /^RSC\d+$/.test(id)),
    storedKind(signalRecords, (id) => /^RSG\d+$/.test(id)),
    storedKind(settingsRecords, (id) => id === "request-settings"),
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
  ],
  operation: (random, model) =>
    random.weighted([
      [1.5, offer],
      [2, govern],
      [4, order],
      [12, work],
      [2, afterwards],
      [0.5, tell],
      // Some runs are mostly about what is ordered at a time to come.
      [model.mood < 0.2 ? 12 : 1, schedule],
      [2, survey],
    ])(random, model),
  broken: (facts) => [
    ...brokenOrders(facts),
    ...brokenTasks(facts),
    ...brokenApprovals(facts),
    ...brokenBundles(facts),
    ...brokenStandings(facts),
    ...brokenSchedules(facts),
  ],
};
