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

/** An administrator says anew when resolved incidents close. */
export const changeSettings: Command = (random, model) => ({
  as: "ada",
  method: "PUT",
  path: "/incident-settings",
  ifMatch: model.seen("incident-settings")[0]?.version ?? 0,
  body: {
    matrix: { 1: { 1: 1, 2: 2, 3: 3 }, 2: { 1: 2, 2: 3, 3: 4 }, 3: { 1: 3, 2: 4, 3: 5 } },
    // Fractions, so that closing falls into the same hours as everything else.
    autoCloseDays: random.pick([0.005, 0.01, 0.01, 0.1, 1, 5]),
    reopenDays: 30,
    openTasks: random.pick(["block", "cancel"]),
    targetHours: { 1: 4, 2: 8, 3: 72, 4: 120, 5: 240 },
  },
});
