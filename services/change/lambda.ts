import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { changeService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(changeService, createConnect());
