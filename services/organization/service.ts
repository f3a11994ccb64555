import { defineService } from "../../shared/service.ts";
import { organizationGrants } from "./access.ts";
import { departureLifecycle } from "./departure.ts";
import { departureEndpoints } from "./departure-endpoints.ts";
import { activateTeam } from "./endpoints/activate-team.ts";
import { createTeam } from "./endpoints/create-team.ts";
import { deactivateTeam } from "./endpoints/deactivate-team.ts";
import { getMe } from "./endpoints/get-me.ts";
import { getTeam } from "./endpoints/get-team.ts";
import { listTeamHistory } from "./endpoints/list-team-history.ts";
import { listTeams } from "./endpoints/list-teams.ts";
import { replaceTeam } from "./endpoints/replace-team.ts";
import { organizationEvents } from "./events.ts";
import { departureEvents } from "./events-departures.ts";
import { peopleEvents } from "./events-people.ts";
import { peopleEndpoints } from "./people-endpoints.ts";
import { askDepartures } from "./schedules/ask-departures.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { holdingsFound } from "./subscriptions/holdings-found.ts";
import { type OrganizationContext, organizationTable } from "./table.ts";
import { teamLifecycle } from "./team.ts";

export const organizationService = defineService<OrganizationContext>({
  name: "organization",
  title: "Organization",
  summary:
    "Knows the teams, who belongs to them and how people are called, so that work finds the people who do it.",
  table: organizationTable,
  grants: organizationGrants,
  lifecycles: { team: teamLifecycle, departure: departureLifecycle },
  events: [...organizationEvents, ...departureEvents, ...peopleEvents],
  endpoints: [
    getMe,
    listTeams,
    createTeam,
    getTeam,
    replaceTeam,
    deactivateTeam,
    activateTeam,
    listTeamHistory,
    ...departureEndpoints,
    ...peopleEndpoints,
  ],
  subscriptions: [departureAsked, ...holdingsFound],
  schedules: [askDepartures],
});
