import * as z from "zod";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestCommented, RequestNoted } from "../events.ts";
import { RequestLinked } from "../events-linked.ts";
import type { ServiceRequest } from "../request.ts";
import { requestHappened } from "./command.ts";

export const Said = z.strictObject({ text: LongText });

/** A comment: whoever sees the request reads it, at any time. */
export const comment = (
  request: ServiceRequest,
  { text }: z.infer<typeof Said>,
): Decision<ServiceRequest> => [requestHappened(RequestCommented, request, {}, { text })];

/** Enough for people to find what belongs together. */
const mostLinks = 20;

/** Another record says that it belongs to the request: once, however often it is told. */
export const linkRequest = (
  request: ServiceRequest,
  link: { readonly kind: string; readonly id: string },
): Decision<ServiceRequest> => {
  const { links = [] } = request;
  if (links.length >= mostLinks || links.some(({ id }) => id === link.id)) return [];
  return [requestHappened(RequestLinked, request, { links: [...links, link] }, { link })];
};

/** A note for those who fulfil it: never published, and not for who asked. */
export const note = (request: ServiceRequest, { text }: z.infer<typeof Said>): Decision<ServiceRequest> => [
  requestHappened(RequestNoted, request, {}, {}, { text }),
];
