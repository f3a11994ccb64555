import { existsSync } from "node:fs";
import { services } from "../../services/index.ts";
import type { Random } from "./machine/random.ts";

/** Whose events a service hears, by name. */
const heardBy = ({ subscriptions }: (typeof services)[number]): readonly string[] =>
  services
    .filter(({ events }) =>
      subscriptions.some(({ event }) => events.some(({ source }) => source === event.source)),
    )
    .map(({ name }) => name);

const linksOf = new Map<string, Set<string>>(services.map(({ name }) => [name, new Set()]));
for (const service of services)
  for (const other of heardBy(service)) {
    linksOf.get(service.name)?.add(other);
    linksOf.get(other)?.add(service.name);
  }

/** Services of which something is asked (`all-simulated.ts`); the others only run along. */
const withWorkload = services
  .map(({ name }) => name)
  .filter((name) => existsSync(`test/simulation/${name}.ts`));

/** More would make a run dearer without making it tell more: what goes wrong goes wrong between two or three. */
const sizes = [
  [3, 2],
  [3, 3],
  [1, 4],
] as const;

/**
 * The services that a run has: one, and others that hear it or are heard. So what a run costs does not grow
 * with the product, and every service and every link comes up again and again.
 */
export const drawServices = (random: Random): readonly string[] => {
  const chosen = [random.pick(withWorkload)];
  const size = Math.min(random.weighted(sizes), services.length);
  while (chosen.length < size) {
    const left = services.map(({ name }) => name).filter((name) => !chosen.includes(name));
    const linked = left.filter((name) => chosen.some((one) => linksOf.get(one)?.has(name)));
    chosen.push(random.pick(linked.length > 0 ? linked : left));
  }
  return chosen.toSorted();
};
