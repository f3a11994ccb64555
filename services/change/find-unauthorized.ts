import { Refusal } from "../../shared/domain/refusal.ts";
import type { ChangeContext } from "./context.ts";
import { type Found, raise, repeat, wasUnderWay } from "./decisions/finding.ts";
import { differences, type KnownCi } from "./known-ci.ts";
import { foundAt, place } from "./occupancy.ts";
import { findingClaim } from "./table.ts";

const hour = 3_600_000;

/** Adds to the finding that nobody has explained yet, or raises one. */
const keep = async (found: Found, context: ChangeContext): Promise<void> => {
  const { findings } = context;
  const settings = await context.settings();
  const claim = findingClaim(found.ci.id);
  const holder = await findings.holder(claim);
  if (holder !== undefined) {
    await findings.update(holder, undefined, (finding) => repeat(finding, found));
    return;
  }
  try {
    await findings.create((id) => raise(id, found, settings));
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    // Another was raised at this moment.
    const other = await findings.holder(claim);
    if (other === undefined) throw error;
    await findings.update(other, undefined, (finding) => repeat(finding, found));
  }
};

/**
 * Looks whether what a source found of a CI was done under a change; otherwise it is a finding. `before`: the CI
 * as it was known when the source spoke.
 */
export const findUnauthorized = async (
  before: KnownCi,
  ci: KnownCi,
  { sourceId, at }: { readonly sourceId: string; readonly at: string },
  context: ChangeContext,
): Promise<void> => {
  const changed = differences(before, ci);
  if (changed.length === 0) return;
  const { unauthorizedLookbackHours } = await context.settings();
  const from = new Date(Date.parse(at) - unauthorizedLookbackHours * hour).toISOString();
  const ids = await foundAt([place.ci(ci.id)], from, at, context);
  const nearby = await context.changes.some([...ids]);
  if (nearby.some((change) => wasUnderWay(change, ci.id, from, at))) return;
  const nearbyIds = nearby.filter(({ ciIds }) => ciIds.includes(ci.id)).map(({ id }) => id);
  await keep({ ci, changed, sourceId, at, nearbyIds: nearbyIds.toSorted() }, context);
};
