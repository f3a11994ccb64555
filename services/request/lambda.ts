import { filesOf } from "../../shared/lambda/files.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { requestService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(
  requestService,
  createConnect(filesOf(requestService.name)),
);
