import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { configurationService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(configurationService, createConnect());
