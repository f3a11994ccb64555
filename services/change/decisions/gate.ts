import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Change } from "../change.ts";
import type { Circumstances } from "./command.ts";
import { freezesBetween } from "./freezes.ts";
import { mustBePermitted } from "./permit.ts";

/** What somebody wants to change. */
type Wanted = { readonly serviceId?: string | undefined; readonly ciIds: readonly string[] };

/** Why a change does not let it be done now; nothing: it does. */
const refusalOf = (change: Change, on: Circumstances): string | undefined => {
  try {
    mustBePermitted(change, on);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal)
      return [error.message, ...error.violations.map(({ message }) => message)].join(": ");
    throw error;
  }
};

/**
 * The gate's answer: whether something may be changed now, and under which changes. In a freeze only a change
 * with an exception opens it. Without a freeze the settings say whether a change is needed; unless they say
 * otherwise it is, so nothing is open by default.
 */
export const gateAnswer = (
  wanted: Wanted,
  changes: readonly Change[],
  on: Circumstances,
  ownOf: (change: Change) => Circumstances = () => on,
) => {
  const looked = changes.map((change) => ({ id: change.id, refusal: refusalOf(change, ownOf(change)) }));
  const open = looked.filter(({ refusal }) => refusal === undefined).map(({ id }) => id);
  if (open.length > 0)
    return {
      allowed: true,
      changeIds: open.toSorted(),
      reasons: open.map((id) => `${id} is authorised for now`),
    };
  const { now, freezes = [], settings } = on;
  const soon = new Date(Date.parse(now) + 1).toISOString();
  const subject = { type: "normal" as const, ...wanted, ciIds: [...wanted.ciIds] };
  // Who asks says what is deployed, and not which team does it: freezes of services and CIs answer that.
  const ofThings = freezes.map((freeze) => ({ ...freeze, teamIds: [] }));
  const frozen = freezesBetween(subject, ofThings, now, soon);
  const because = [
    ...frozen.map(
      ({ freezeId, name, to, because }) =>
        `${freezeId} ${name} holds until ${to}${because === undefined ? "" : `: ${because}`}`,
    ),
    ...looked.map(({ id, refusal }) => `${id}: ${refusal}`),
  ];
  if (frozen.length === 0 && !settings.gateNeedsChange)
    return { allowed: true, changeIds: [], reasons: ["No freeze holds, and no change is needed"] };
  return {
    allowed: false,
    changeIds: [],
    reasons: because.length > 0 ? because : ["No change is authorised for now"],
  };
};
