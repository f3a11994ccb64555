import type { TeamSnapshot } from "../organization/events.ts";
import type { Rule } from "./assignment-rules.ts";
import {
  firstMatch,
  type Load,
  leastLoaded,
  type Passed,
  type Routable,
  type Routing,
} from "./decisions/route.ts";
import { oneTeam } from "./practice.ts";
import type { IncidentContext } from "./table.ts";

/** Who has this many open incidents is as busy as anybody: what lies beyond is not counted, which would cost. */
const mostCounted = 50;

type Context = Pick<IncidentContext, "incidents" | "assignmentRules" | "teams">;

export const teamOf = async (
  teamId: string,
  { teams }: Pick<Context, "teams">,
): Promise<TeamSnapshot | undefined> => (await teams.members(teamId, oneTeam.order, 1))[0]?.value;

const teamsOf = async (rules: readonly Rule[], context: Context): Promise<Map<string, TeamSnapshot>> => {
  const ids = [...new Set(rules.map(({ teamId }) => teamId))];
  const found = await Promise.all(ids.map((id) => teamOf(id, context)));
  return new Map(found.flatMap((team) => (team ? [[team.id, team]] : [])));
};

const loadsOf = (team: TeamSnapshot | undefined, { incidents }: Context): Promise<Load[]> =>
  Promise.all(
    (team?.members ?? [])
      .filter(({ absent }) => !absent)
      .map(async ({ personId }) => ({
        personId,
        open: await incidents.count({ index: "byAssignee", partition: personId }, mostCounted),
      })),
  );

/** How an incident finds its team and person: what the rules decide, and how it comes about. */
export type Route = {
  readonly routing: Routing | undefined;
  readonly passed: readonly Passed[];
  /** Of the members that were compared; empty where nobody is to be chosen. */
  readonly loads: readonly Load[];
};

/** Asks the rules in force, or others that are to be tried. */
export const routeIncident = async (
  incident: Routable,
  context: Context,
  tried?: readonly Rule[],
): Promise<Route> => {
  const { rules: inForce, version } = await context.assignmentRules();
  const rules = tried ?? inForce;
  if (rules.length === 0) return { routing: undefined, passed: [], loads: [] };
  const teams = await teamsOf(rules, context);
  const { rule, passed } = firstMatch(rules, incident, teams);
  if (!rule) return { routing: undefined, passed, loads: [] };
  const loads = rule.assign === "none" ? [] : await loadsOf(teams.get(rule.teamId), context);
  const routing = { rule: rule.name, version, teamId: rule.teamId, assigneeId: leastLoaded(loads) };
  return { routing, passed, loads };
};
