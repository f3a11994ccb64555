import type { Random } from "./machine/random.ts";
import type { Model, Operation, SeenRecord } from "./simulated.ts";

export const holders = ["eve", "emil", "nora"] as const;
const hour = 3_600_000;

export const active = (model: Model, prefix: string) =>
  model.seen(prefix).filter(({ state }) => state === "active" || state === undefined);

export const post = (path: string, body: unknown, more: Partial<Operation> = {}): Operation => ({
  as: "asta",
  method: "POST",
  path,
  body,
  isKeyed: true,
  ...more,
});

/** Up to two rooms and three models: what happens, happens to the same counts. */
export const room = (random: Random, model: Model) => random.pick(active(model, "STR").slice(0, 2));
export const hardware = (model: Model) =>
  active(model, "MDL")
    .filter(({ kind }) => kind === "hardware")
    .slice(0, 3);
export const isReady = (model: Model) => active(model, "STR").length > 0 && hardware(model).length > 0;

const instant = (model: Model, hours: number) => new Date(model.now() + hours * hour).toISOString();

type Deed = (random: Random, model: Model) => readonly [verb: string, body: object];
const inRoom =
  (verb: string): Deed =>
  (random, model) => [verb, { stockroomId: room(random, model).id }];

const deeds: readonly (readonly [weight: number, Deed])[] = [
  [8, (random) => ["check-out", { holderId: random.pick(holders) }]],
  [
    2,
    (random, model) => [
      "check-out",
      {
        holderId: random.pick(holders),
        isLoan: true,
        expectedReturnAt: instant(model, random.between(1, 30)),
      },
    ],
  ],
  [6, inRoom("check-in")],
  [1, inRoom("send")],
  [2, inRoom("stock")],
  [1, inRoom("recover")],
  [1, (random) => ["set-aside", { substate: random.pick(["defective", "available"]) }]],
  [1, (random) => ["move", { holderId: random.pick(holders) }]],
  [1, () => ["repair", { what: "Fan" }]],
  [1, () => ["resume", {}]],
  [1, () => ["report-missing", {}]],
  [0.3, () => ["retire", {}]],
  [1, (_random, model) => ["propose-edit", { edits: { name: model.word() } }]],
  [1, () => ["approve-edit", {}]],
  [0.5, () => ["reject-edit", { reason: "Wrong" }]],
  [1, () => ["costs", { kind: "repair", cost: { amount: 100, currency: "EUR" } }]],
  [
    2,
    (random, model) => {
      const from = random.between(1, 100);
      const span = { from: instant(model, from), to: instant(model, from + random.between(1, 40)) };
      return ["reservations", { personId: random.pick(holders), ...span }];
    },
  ],
];

/** Something that is done to an asset. */
export const deed = (random: Random, model: Model, { id, version }: SeenRecord): Operation => {
  const [verb, body] = random.weighted(deeds)(random, model);
  const as = ["costs", "retire", "approve-edit", "reject-edit"].includes(verb)
    ? "asta"
    : random.pick(["ann", "abe", "asta"] as const);
  const ifMatch = random.chance(0.2) ? { ifMatch: version } : {};
  return post(`/assets/${id}/${verb}`, body, { as, mayChangeNothing: true, ...ifMatch });
};
