import { SearchEnvironment } from "../../shared/lambda/environment.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { createSignedFetch } from "../../shared/lambda/signed-fetch.ts";
import { createConnect } from "./connect.ts";
import { knowledgeService } from "./service.ts";

const { SEARCH_ENDPOINT: endpoint } = SearchEnvironment.parse(process.env);
const send = endpoint === "" ? undefined : createSignedFetch(endpoint, "es");

export const { api, consumer, timer } = createFunctions(knowledgeService, createConnect(send));
