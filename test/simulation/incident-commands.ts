import type { Name } from "../bed/people.ts";
import type { Random } from "./machine/random.ts";
import type { Model, Operation, SeenRecord } from "./simulated.ts";

export const agents: readonly Name[] = ["ann", "abe", "nora", "robot"];
export const employees: readonly Name[] = ["eve", "emil"];

/** Something that is asked of an incident that somebody has seen. */
export type Command = (random: Random, model: Model, incident: SeenRecord) => Operation;

/** A command with a word of its own. */
export const command =
  (
    name: string,
    who: readonly Name[],
    body: (random: Random, word: string) => object,
    may = false,
  ): Command =>
  (random, model, { id, version }) => ({
    as: random.pick(who),
    method: "POST",
    path: `/incidents/${id}/${name}`,
    body: body(random, model.word()),
    isKeyed: random.chance(0.8),
    ...(random.chance(0.1) ? { ifMatch: version } : {}),
    mayChangeNothing: may,
  });
