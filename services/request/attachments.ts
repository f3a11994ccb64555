import * as z from "zod";
import type { Attached } from "../../shared/attachments/attached.ts";
import { attachmentEndpoints } from "../../shared/attachments/attachment-endpoints.ts";
import { fileScanned } from "../../shared/attachments/file-scanned.ts";
import { published } from "../../shared/attachments/published.ts";
import { settleFiles } from "../../shared/attachments/settle-files.ts";
import { seesInside } from "./access.ts";
import type { RequestContext } from "./context.ts";
import { itemHappened, requestHappened } from "./decisions/command.ts";
import { itemFileEvents, requestFileEvents } from "./events-attachments.ts";
import { RequestId } from "./ids.ts";
import { itemParams } from "./item-endpoint.ts";
import { SeenRequest, type ServiceRequest } from "./request.ts";
import { type RequestItem, SeenRequestItem } from "./request-item.ts";

/** As with comments: whoever sees it may add to it, at any time; who fulfils it works on it. */
const common = {
  permission: "request:comment",
  readPermission: "request:read",
  mustBeOpen: () => undefined,
  seesInside,
  worksOn: seesInside,
  now: ({ now }: RequestContext) => now(),
} as const;

const ofRequests: Attached<ServiceRequest, RequestContext> = {
  ...common,
  noun: "Request",
  path: "/requests/{requestId}",
  param: "requestId",
  params: z.object({ requestId: RequestId }),
  reply: SeenRequest,
  get: (id, { requests }) => requests.get(id),
  update: (id, ifMatch, { requests }, decide) => requests.update(id, ifMatch, decide),
  events: requestFileEvents,
  telling:
    async () =>
    (news, request, { changes, attachment }) =>
      requestHappened(
        requestFileEvents[news],
        request,
        changes,
        { attachment: published(attachment, false) },
        { attachment },
      ),
};

const ofItems: Attached<RequestItem, RequestContext> = {
  ...common,
  noun: "RequestItem",
  path: "/request-items/{requestItemId}",
  param: "requestItemId",
  params: itemParams,
  reply: SeenRequestItem,
  get: (id, { items }) => items.get(id),
  update: (id, ifMatch, { items }, decide) => items.update(id, ifMatch, decide),
  events: itemFileEvents,
  telling:
    async () =>
    (news, item, { changes, attachment }) =>
      itemHappened(
        itemFileEvents[news],
        item,
        changes,
        { attachment: published(attachment, false) },
        { attachment },
      ),
};

/** Files of requests, and of their items: what is wanted, shown. */
export const fileEndpoints = [...attachmentEndpoints(ofRequests), ...attachmentEndpoints(ofItems)];
export const filesSettled = [...settleFiles("request", ofRequests), ...settleFiles("request", ofItems)];
export const filesScanned = fileScanned<RequestContext>("request", [ofRequests, ofItems]);
