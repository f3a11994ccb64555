import type { PassedPoint } from "../../shared/targets/passed-point.ts";
import type { Facts, FactValue } from "../../shared/targets/terms.ts";

const clockFacts = ["state", "holdReason", "priority"];

/** What changes set of the facts that service levels look at; an absent value: it is so no more. */
export const settingOf = (changes: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(
    Object.entries(changes).filter(([fact]) => clockFacts.includes(fact)) as [
      string,
      FactValue | undefined,
    ][],
  );

/** The point or breach that an event tells of: agreement, metric, point and when it fell. */
export const passedIn = (data: unknown): string | undefined => {
  const { serviceLevel } = data as { readonly serviceLevel?: PassedPoint };
  if (serviceLevel === undefined) return undefined;
  const { agreementId, metric, point = "breach", passedAt } = serviceLevel;
  return `${agreementId} ${metric} ${point} ${passedAt}`;
};
