import { SigningEnvironment } from "../../shared/lambda/environment.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { keyServiceKey } from "../../shared/lambda/key-service.ts";
import { createConnect } from "./connect.ts";
import { changeService } from "./service.ts";

const { SIGNING_KEY: keyArn } = SigningEnvironment.parse(process.env);

export const { api, consumer, timer } = createFunctions(changeService, createConnect(keyServiceKey(keyArn)));
