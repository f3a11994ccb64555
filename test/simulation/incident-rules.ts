import type { AssignmentRules, Rule } from "../../services/incident/assignment-rules.ts";
import { type Routable, type Routing, unmet } from "../../services/incident/decisions/route.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { fold, type HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";
import { agents, type Command, command } from "./incident-commands.ts";
import type { Random } from "./machine/random.ts";
import type { Model } from "./simulated.ts";

const teamIds = ["desk", "network", "mail-ops"] as const;
const conditions = [{ ciId: ["db-1"] }, { serviceId: ["mail"] }, { priority: [1, 2, 3] }, {}] as const;

const knownTeams = ({ seen }: Model): readonly string[] =>
  teamIds.filter((id) => seen(id).some(({ state }) => state === "active"));

const change: Command = (random, model) => ({
  as: "ada",
  method: "PUT",
  path: "/incident-assignment-rules",
  ifMatch: model.seen("incident-assignment-rules")[0]?.version ?? 0,
  body: {
    rules: Array.from({ length: random.between(1, 3) }, (_, at) => ruleOf(random, model, at)),
  },
});

const ruleOf = (random: Random, model: Model, at: number) => ({
  name: `${model.word()} ${at}`,
  where: random.pick(conditions),
  teamId: random.pick(knownTeams(model)),
  assign: random.pick(["none", "least_loaded"]),
});

const route = command("route", agents, () => ({}), true);

/** Rules change while incidents come, and teams while the rules look at them. */
export const handleRules: Command = (random, model, incident) =>
  knownTeams(model).length > 0 && random.chance(0.6)
    ? change(random, model, incident)
    : route(random, model, incident);

const rulesAt = ({ kept }: Facts, version: number): readonly Rule[] => {
  const { history = [] } = kept.find(({ id }) => id === "incident-assignment-rules") ?? {};
  const rules = fold(history.slice(0, version)) as unknown as AssignmentRules | undefined;
  return rules?.rules ?? [];
};

/** Whether a team was ever at rest, or there might have been no team of it yet: then rules pass it over. */
const mayRest = ({ kept }: Facts, teamId: string): boolean => {
  const { history = [] } = kept.find(({ service, id }) => service === "organization" && id === teamId) ?? {};
  return history.some(({ changes }) => changes.state?.to === "inactive");
};

/** What an incident was given by: a rule that was in force, that is about it, and that no other came before. */
const misrouted = (one: Kept, entry: HistoryEntry, facts: Facts): string[] => {
  const { rule: name, version } = entry.data.routing as Routing;
  const rules = rulesAt(facts, version);
  const at = rules.findIndex((rule) => rule.name === name);
  const rule = rules[at];
  const incident = fold(one.history.slice(0, entry.meta.sequence)) as unknown as Incident & Routable;
  if (rule === undefined) return [`${one.id} was given by ${name}, which version ${version} does not have`];
  if (rule.teamId !== incident.teamId)
    return [`${one.id} was given to ${incident.teamId} by ${name}, which says ${rule.teamId}`];
  // Others may have edited it between the look at the rules and the giving.
  if (entry.type !== "IncidentOpened") return [];
  const because = unmet(rule, incident);
  const earlier = rules
    .slice(0, at)
    .find((each) => unmet(each, incident) === undefined && !mayRest(facts, each.teamId));
  return [
    ...(because === undefined ? [] : [`${one.id} was given by ${name}, whose ${because} does not hold`]),
    ...(earlier === undefined ? [] : [`${one.id} was given by ${name} although ${earlier.name} comes first`]),
  ];
};

/** The rules' picture of each team is what the team said last. */
const unlikeTeams = ({ kept, items }: Facts): string[] =>
  kept
    .filter(({ service }) => service === "organization")
    .flatMap(({ id, events }) => {
      const last = JSON.parse(String(events.at(-1)?.detail)) as {
        readonly data: { readonly team?: unknown };
      };
      if (last.data.team === undefined) return [];
      const known = items.get("incident")?.find(({ pk, sk }) => pk === `TEAM#${id}` && sk === "PROJECTION");
      return known?.sequence === events.length
        ? []
        : [`incident management knows version ${known?.sequence} of ${id}, not ${events.length}`];
    });

/** Incidents that nobody was named for go where the rules in force send them. */
export const brokenRouting = (facts: Facts): string[] => [
  ...facts.kept
    .filter(({ id }) => /^INC\d+$/.test(id))
    .flatMap((one) =>
      one.history
        .filter(({ data }) => data.routing !== undefined)
        .flatMap((entry) => misrouted(one, entry, facts)),
    ),
  ...unlikeTeams(facts),
];
