import type { Name } from "../bed/people.ts";
import type { Random } from "./machine/random.ts";
import type { Model, Operation, SeenRecord } from "./simulated.ts";

/** Records that people keep: made, said anew, taken out of use and back. */
export type KeptKind = {
  readonly as: Name;
  readonly path: string;
  readonly fields: (random: Random, model: Model) => object;
  readonly known: (model: Model) => readonly SeenRecord[];
};

type Draw = (random: Random, model: Model) => Operation;

export const make =
  ({ as, path, fields }: KeptKind): Draw =>
  (random, model) => ({
    as,
    method: "POST",
    path,
    body: fields(random, model),
    isKeyed: random.chance(0.8),
  });

/** Says anew what one is, or takes it out of use and back. */
export const change =
  (kind: KeptKind): Draw =>
  (random, model) => {
    const { as, path, fields, known } = kind;
    const all = known(model);
    if (all.length === 0) return make(kind)(random, model);
    const { id, version, state } = random.pick(all);
    const body = fields(random, model);
    if (random.chance(0.7)) return { as, method: "PUT", path: `${path}/${id}`, ifMatch: version, body };
    const verb = state === "active" ? "retire" : "restore";
    return { as, method: "POST", path: `${path}/${id}/${verb}`, body: {}, isKeyed: true };
  };

/** Makes a few, and changes them from then on. */
export const keep =
  (kind: KeptKind, few = 2): Draw =>
  (random, model) =>
    (kind.known(model).length < few ? make : change)(kind)(random, model);
