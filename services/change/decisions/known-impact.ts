import { createHash } from "node:crypto";
import type { Change } from "../change.ts";

/** Tells one set of CIs from another in a few characters: a change may name a thousand. */
export const printOf = (ciIds: readonly string[]): string =>
  createHash("sha256").update(ciIds.toSorted().join("\n")).digest("base64url").slice(0, 12);

/**
 * Whether what depends on its CIs is known, of these very CIs. Configuration management looks at the service that
 * the change names together with them, where that is a CI, too.
 */
export const isImpactKnown = ({
  ciIds,
  serviceId,
  impacted,
}: Pick<Change, "ciIds"> & Pick<Partial<Change>, "serviceId" | "impacted">): boolean => {
  if (ciIds.length === 0) return true;
  const looked = [ciIds, serviceId === undefined ? [] : [...new Set([...ciIds, serviceId])]];
  return looked.some((ids) => ids.length > 0 && impacted?.ofCis === printOf(ids));
};
