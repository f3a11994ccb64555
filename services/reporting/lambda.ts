import { createFunctions } from "../../shared/lambda/functions.ts";
import { connect } from "./connect.ts";
import { reportingService } from "./service.ts";

export const { api, consumer, timer } = createFunctions(reportingService, connect);
