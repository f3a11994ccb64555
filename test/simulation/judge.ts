import { services } from "../../services/index.ts";
import { simulatedOf } from "./all-simulated.ts";
import type { Facts } from "./facts.ts";
import { doubleEffects, inventedEvents, lostEvents } from "./invariants/deliveries.ts";
import { brokenDueWork, repeatedPoints } from "./invariants/due.ts";
import { brokenHistories } from "./invariants/histories.ts";
import { brokenProjections } from "./invariants/projected.ts";
import { brokenPromises, repeatedIds, staleReads } from "./invariants/promises.ts";
import { unrest } from "./invariants/unrest.ts";

/** A broken invariant and how it shows. */
export type Broken = { readonly invariant: string; readonly why: string };

type Invariant = (facts: Facts) => readonly string[] | Promise<readonly string[]>;
type Invariants = Readonly<Record<string, Invariant>>;

const invariantsOf = (names: readonly string[]): Invariants => {
  const simulated = simulatedOf(names);
  const judged = new Set(simulated.map(({ service }) => service.name));
  const kinds = simulated.flatMap(({ kinds: own }) => own);
  const present = services.filter(({ name }) => names.includes(name));
  return {
    "every record equals the fold of its history, without gaps": (facts) =>
      brokenHistories(facts, kinds, judged),
    "every confirmed command happened exactly once, every refused one left nothing": brokenPromises,
    "no id is given twice": repeatedIds,
    "who reads after a confirmation sees it": staleReads,
    "every event reaches every subscriber": (facts) => lostEvents(facts, present),
    "only what happened is published": inventedEvents,
    "an event has at most one effect on a record": (facts) => doubleEffects(facts, kinds),
    "what falls due happens once, not before, and by the first run that can do it": (facts) => [
      ...brokenDueWork(facts, kinds, present),
      ...repeatedPoints(facts),
    ],
    "what services keep of others' records is what a rebuild gives": (facts) =>
      brokenProjections(facts, present),
    ...Object.fromEntries(
      simulated.map(({ service, broken }) => [`what ${service.name} promises holds`, broken]),
    ),
    "in the end nothing is left, given up, forbidden or broken by itself": unrest,
  };
};

/** Everything that is wrong after a run of some services, or of all; empty when all is well. */
export const judge = async (
  facts: Facts,
  names: readonly string[] = services.map(({ name }) => name),
): Promise<readonly Broken[]> => {
  const found: Broken[] = [];
  for (const [invariant, broken] of Object.entries(invariantsOf(names)))
    for (const why of await broken(facts)) found.push({ invariant, why });
  return found;
};
