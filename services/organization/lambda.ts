import { createRecords } from "../../shared/dynamo/records.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { organizationService } from "./service.ts";
import { teamRecords } from "./table.ts";

export const { api } = createFunctions(organizationService, (scope) => ({
  teams: createRecords(teamRecords, scope),
}));
