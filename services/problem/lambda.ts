import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { problemService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(problemService, createConnect());
