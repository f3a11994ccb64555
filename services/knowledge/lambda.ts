import { createFunctions } from "../../shared/lambda/functions.ts";
import { createConnect } from "./connect.ts";
import { knowledgeService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(knowledgeService, createConnect());
