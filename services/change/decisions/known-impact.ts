import { createHash } from "node:crypto";
import type { Change } from "../change.ts";

/** Tells one set of CIs from another in a few characters: a change may name a thousand. */
export const printOf = (ciIds: readonly string[]): string =>
  createHash("sha256").update(ciIds.toSorted().join("\n")).digest("base64url").slice(0, 12);

/** Whether what depends on its CIs is known, of these very CIs. */
export const isImpactKnown = ({
  ciIds,
  impacted,
}: Pick<Change, "ciIds"> & Pick<Partial<Change>, "impacted">): boolean =>
  ciIds.length === 0 || (impacted !== undefined && impacted.ofCis === printOf(ciIds));
