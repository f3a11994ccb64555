import type { Resource } from "./parts.ts";

/** How a resource is named in the list of reasons for refusing a template. */
export const nameOf = (resource: Resource): string => `${resource.stack}/${resource.logicalId}`;

/** One line for every property that is not in the list: what this cloud would silently ignore, it refuses. */
export const unknownProperties = (
  where: string,
  properties: Readonly<Record<string, unknown>> | undefined,
  known: readonly string[],
): readonly string[] =>
  Object.keys(properties ?? {})
    .filter((property) => !known.includes(property))
    .map((property) => `${where}: ${property} is not supported locally`);

/** A line when a number is outside of what AWS takes; nothing when it is absent. */
export const outsideRange = (where: string, value: unknown, from: number, to: number): readonly string[] => {
  if (value === undefined) return [];
  const number = Number(value);
  return Number.isInteger(number) && number >= from && number <= to
    ? []
    : [`${where} must be a whole number from ${from} to ${to}, not ${JSON.stringify(value)}`];
};
