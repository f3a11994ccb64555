import { hasRole, type Me } from "../../session/me.ts";
import type { Incident } from "./incident.ts";

type Rule = readonly [action: string, isAllowed: boolean];

const targets = ["problem", "change", "request"] as const;

/** By the rules of the incident service: what it refuses nevertheless, it says in words. */
const tieRules = (incident: Incident, me: Me, isOpen: boolean): readonly Rule[] => {
  const { links = [], watchers = [], conversions = [], state, restricted, mergedInto, majorState } = incident;
  const isFollowed = watchers.includes(me.id);
  return [
    ["link", true],
    ["unlink", links.length > 0],
    ["merge", isOpen && mergedInto === undefined && majorState !== "accepted"],
    ...targets.map(
      (to): Rule => [`convert_${to}`, state !== "cancelled" && !restricted && !conversions.includes(to)],
    ),
    ["follow", !isFollowed],
    ["unfollow", isFollowed],
    ["watch", true],
  ];
};

const majorRules = ({ majorState, state }: Incident, me: Me, isOpen: boolean): readonly Rule[] => {
  const decides = hasRole(me, "major-incident-manager");
  const isMajor = majorState === "accepted";
  return [
    ["propose_major", isOpen && majorState !== "proposed" && !isMajor],
    ["accept_major", isOpen && decides && majorState === "proposed"],
    ["reject_major", decides && majorState === "proposed"],
    ["update_stakeholders", isMajor],
    ["mitigate_major", isOpen && isMajor],
    ["review_major", isMajor && (state === "resolved" || state === "closed")],
    ["demote_major", decides && isMajor],
  ];
};

/**
 * What those who work on an incident may do besides the steps of its life, which are all that its own list names: give
 * it to somebody, tie it to others, treat it as a major one.
 */
export const withWork = (incident: Incident, me: Me): Incident => {
  const { actions = [], assigneeId } = incident;
  if (!hasRole(me, "agent", "major-incident-manager")) return incident;
  const isOpen = actions.includes("resolve");
  const rules: readonly Rule[] = [
    ["assign", isOpen],
    ["take", isOpen && assigneeId !== me.id],
    ...tieRules(incident, me, isOpen),
    ...majorRules(incident, me, isOpen),
  ];
  return {
    ...incident,
    actions: [...actions, ...rules.filter(([, isAllowed]) => isAllowed).map(([action]) => action)],
  };
};
