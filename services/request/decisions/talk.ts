import * as z from "zod";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestCommented, RequestNoted } from "../events.ts";
import type { ServiceRequest } from "../request.ts";
import { requestHappened } from "./command.ts";

export const Said = z.strictObject({ text: LongText });

/** A comment: whoever sees the request reads it, at any time. */
export const comment = (
  request: ServiceRequest,
  { text }: z.infer<typeof Said>,
): Decision<ServiceRequest> => [requestHappened(RequestCommented, request, {}, { text })];

/** A note for those who fulfil it: never published, and not for who asked. */
export const note = (request: ServiceRequest, { text }: z.infer<typeof Said>): Decision<ServiceRequest> => [
  requestHappened(RequestNoted, request, {}, {}, { text }),
];
