import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { requestService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(requestService, createConnect());
