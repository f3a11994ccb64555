import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { requestHappened } from "../decisions/command.ts";
import { RequestConverted } from "../events.ts";
import { RequestId } from "../ids.ts";
import { SeenRequest } from "../request.ts";

export const convertRequest = endpoint({
  id: "convertRequest",
  summary: "Make it into an incident as well: something does not work. Each knows of the other",
  route: "POST /requests/{requestId}/convert",
  permission: "request:work",
  params: z.object({ requestId: RequestId }),
  body: z.strictObject({ to: z.literal("incident") }),
  reply: SeenRequest,
  refusals: ["not_found", "version_conflict", "rule_violation"],
  handle: ({ params: { requestId }, body, ifMatch }, { requests }: RequestContext) =>
    requests.update(requestId, ifMatch, (request) => {
      const { conversions = [], items, note } = request;
      if (conversions.includes(body.to))
        throw new Refusal("rule_violation", `It became an ${body.to} already`);
      const title = items
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 200);
      const extra = { to: body.to, title, ...(note === undefined ? {} : { description: note }) };
      return [requestHappened(RequestConverted, request, { conversions: [...conversions, body.to] }, extra)];
    }),
});
