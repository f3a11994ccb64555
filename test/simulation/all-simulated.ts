import { existsSync } from "node:fs";
import { services } from "../../services/index.ts";
import type { Simulated } from "./simulated.ts";

const load = async (name: string): Promise<Simulated | undefined> => {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const exported = Object.values(await import(file.href)) as readonly Simulated[];
  return exported.find((each) => each.service?.name === name);
};

/**
 * Every service that takes part in simulations: what `test/simulation/<service>.ts` exports. A service without
 * such a file runs along, and only what holds for all services is asked of it.
 */
export const allSimulated: readonly Simulated[] = (
  await Promise.all(services.map(({ name }) => load(name)))
).filter((each) => each !== undefined);

/** Those of some services. */
export const simulatedOf = (names: readonly string[]): readonly Simulated[] =>
  allSimulated.filter(({ service }) => names.includes(service.name));
