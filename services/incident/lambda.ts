import { filesOf } from "../../shared/lambda/files.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { incidentService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(
  incidentService,
  createConnect(filesOf(incidentService.name)),
);
