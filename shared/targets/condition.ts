import type { Condition, Facts } from "./terms.ts";

/** Whether a record with these facts is meant. */
export const holds = (condition: Condition, facts: Facts): boolean =>
  Object.entries(condition).every(([fact, values]) => {
    const value = facts[fact];
    return value !== undefined && values.includes(value);
  });

/** The facts that make a condition hold, for explanations: what it names with the values it found. */
export const reasonOf = (condition: Condition, facts: Facts): Facts =>
  Object.fromEntries(Object.keys(condition).map((fact) => [fact, facts[fact]]));
