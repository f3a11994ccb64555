import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { requestHappened } from "../decisions/command.ts";
import { RequestConverted } from "../events.ts";
import { RequestId } from "../ids.ts";
import { SeenRequest, type ServiceRequest } from "../request.ts";
import type { RequestItem } from "../request-item.ts";

/** As long as an incident's description may be. */
const mostText = 4000;

/** What was said with it, and what was answered, so that nobody asks again. */
const describe = ({ note }: ServiceRequest, items: readonly RequestItem[]): string =>
  [
    ...(note === undefined ? [] : [note]),
    ...items.flatMap(({ name, shown }) =>
      shown.length === 0
        ? []
        : [[`${name}:`, ...shown.map(({ label, text }) => `- ${label}: ${text}`)].join("\n")],
    ),
  ]
    .join("\n\n")
    .slice(0, mostText);

export const convertRequest = endpoint({
  id: "convertRequest",
  summary: "Make it into an incident as well: something does not work. Each knows of the other",
  route: "POST /requests/{requestId}/convert",
  permission: "request:work",
  params: z.object({ requestId: RequestId }),
  body: z.strictObject({ to: z.literal("incident") }),
  reply: SeenRequest,
  refusals: ["not_found", "version_conflict", "rule_violation"],
  handle: async ({ params: { requestId }, body, ifMatch }, { requests, items: all }: RequestContext) => {
    const wanted = await all.some((await requests.get(requestId)).items.map(({ id }) => id));
    return requests.update(requestId, ifMatch, (request) => {
      const { conversions = [], items } = request;
      if (conversions.includes(body.to))
        throw new Refusal("rule_violation", `It became an ${body.to} already`);
      const title = items
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 200);
      const description = describe(request, wanted);
      const extra = { to: body.to, title, ...(description === "" ? {} : { description }) };
      return [requestHappened(RequestConverted, request, { conversions: [...conversions, body.to] }, extra)];
    });
  },
});
