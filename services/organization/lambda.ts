import { createRecords } from "../../shared/dynamo/records.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { organizationService } from "./service.ts";
import { departureRecords, personRecords, teamRecords } from "./table.ts";

export const { api, consumer, timer } = createFunctions(organizationService, (scope) => ({
  teams: createRecords(teamRecords, scope),
  departures: createRecords(departureRecords, scope),
  people: createRecords(personRecords, scope),
  held: createRecords(heldRecords, scope),
  now: () => scope.clock.now().toISOString(),
}));
