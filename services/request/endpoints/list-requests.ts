import * as z from "zod";
import { may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { target } from "../edges.ts";
import { PersonId } from "../ids.ts";
import { ListedRequest, requestLifecycle } from "../request.ts";

export const listRequests = endpoint({
  id: "listRequests",
  summary:
    "Requests that somebody placed or that are for them, newest first; all of them for who may read all",
  route: "GET /requests",
  permission: "request:read",
  query: z
    .strictObject({
      personId: PersonId.optional().describe("Who placed them or for whom they are"),
      state: requestLifecycle.State.optional().describe("All in this state"),
      ...pageQuery,
    })
    .refine(
      ({ personId, state }) => personId === undefined || state === undefined,
      "Ask by one filter at a time",
    ),
  reply: pageOf(ListedRequest),
  refusals: ["invalid_cursor"],
  handle: ({ query: { personId, state, ...page }, actor }, { requests }: RequestContext) => {
    if (personId !== actor.id && !may(actor, "request:read_all"))
      throw new Refusal("forbidden", "Ask with personId: your own");
    if (personId !== undefined) {
      const partition = target.person(personId);
      return requests.list({ index: "byTarget", partition, newestFirst: true, edges: true }, page);
    }
    const ask =
      state === undefined
        ? { index: "newest", partition: "all" }
        : { index: "byState", partition: `request#${state}` };
    return requests.list({ ...ask, newestFirst: true }, page);
  },
});
