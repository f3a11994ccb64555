import { nameKey } from "./known-ci.ts";
import type { Observation } from "./signal.ts";
import type { MonitoringContext } from "./table.ts";

/** Before every order there is; an empty key is none to the table. */
const ever = "0";

const isNumber = (id: string): boolean => /^CI\d{7,12}$/.test(id);

/** The one CI that is called so; a name that several have says nothing. */
const find = async (name: string, { cis }: MonitoringContext) => {
  const key = nameKey(name);
  if (key === "") return undefined;
  const found = await cis.members(key, ever, 2);
  return found.length === 1 ? found[0] : undefined;
};

/**
 * A report about what the CMDB knows: tools say names (an instance id, an ARN, a host), and what a CI is called
 * becomes its number, so that windows, changes and impact meet the alert. What nobody knows stays as it was
 * said. Where no service is named, it is the one that all its CIs belong to.
 */
export const withCis = async (signal: Observation, context: MonitoringContext): Promise<Observation> => {
  const found = await Promise.all(
    signal.ciIds.map(async (said) => (isNumber(said) ? undefined : await find(said, context))),
  );
  const ciIds = [...new Set(signal.ciIds.map((said, i) => found[i]?.id ?? said))];
  const services = new Set(found.flatMap((ci) => ci?.value.serviceIds ?? []));
  const [serviceId] = services;
  const isPlain = signal.serviceId === undefined && services.size === 1;
  return { ...signal, ciIds, ...(isPlain ? { serviceId } : {}) };
};
