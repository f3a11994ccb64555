import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { FollowedModifications } from "../../configuration/events-followed.ts";
import type { Change } from "../change.ts";
import { ChangeModificationsDue, ChangeModificationsSettled } from "../events-modifications.ts";
import { after, happened } from "./command.ts";

/** Refuses modifications of what is none of the change's: nobody would look there for conflicts and freezes. */
export const mustBeItsOwn = ({ modifications, ciIds }: Pick<Change, "modifications" | "ciIds">): void => {
  if (modifications === undefined) return;
  const own = new Set(ciIds);
  const message = "One of the change's CIs";
  const violations = [
    ...modifications.cis.flatMap(({ ciId }, at) =>
      own.has(ciId) ? [] : [{ path: `body.modifications.cis.${at}.ciId`, message }],
    ),
    ...modifications.relations.flatMap(({ fromId, toId }, at) =>
      own.has(fromId) || own.has(toId)
        ? []
        : [{ path: `body.modifications.relations.${at}.fromId`, message }],
    ),
  ];
  if (violations.length > 0) throw new Refusal("rule_violation", undefined, violations);
};

const succeeded = ({ outcome }: Change): boolean =>
  outcome === "successful" || outcome === "successful_with_issues";

/**
 * A step of a change with what it means for the CMDB: with a success its modifications are there, without one
 * they are not. A review that finds otherwise than the implementers said turns it round.
 */
export const withModifications = (
  change: Change,
  decision: Decision<Change>,
  now: string,
): Decision<Change> => {
  const latest = after(change, decision);
  const { modifications, modified } = latest;
  const applies = succeeded(latest);
  if (modifications === undefined || (modified?.applies ?? false) === applies) return decision;
  const changes = { modified: { applies, askedAt: now } };
  return [...decision, happened(ChangeModificationsDue, latest, changes, { applies, modifications })];
};

/** What configuration management made of them; older news than is known changes nothing. */
export const noteModified = (
  change: Change,
  { sequence, applies, results }: FollowedModifications,
  now: string,
): Decision<Change> => {
  const { modified } = change;
  if (!modified || modified.applies !== applies || (modified.sequence ?? 0) >= sequence) return [];
  const refused = results.filter(({ outcome }) => outcome === "refused").map(({ of }) => of);
  const changes = { modified: { ...modified, settledAt: now, sequence, results } };
  return [happened(ChangeModificationsSettled, change, changes, { applies, refused })];
};
