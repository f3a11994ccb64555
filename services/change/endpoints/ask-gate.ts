import * as z from "zod";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { circumstancesOf } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import type { Circumstances } from "../decisions/command.ts";
import { gateAnswer } from "../decisions/gate.ts";
import { foundAt, place } from "../occupancy.ts";

const Query = z
  .strictObject({
    serviceId: ForeignId.optional(),
    ciId: ForeignId.optional(),
  })
  .refine(({ serviceId, ciId }) => (serviceId === undefined) !== (ciId === undefined), {
    path: ["serviceId"],
    error: "Ask about a service or a CI",
  });

const Answer = z.object({
  allowed: z.boolean(),
  changeIds: z.array(z.string()).describe("Changes under which it may be done now: ask one for a permit"),
  reasons: z.array(z.string()).describe("Why not, or why it may"),
});

const soon = (now: string): string => new Date(Date.parse(now) + 1).toISOString();

export const askGate = endpoint({
  id: "askGate",
  summary: "May this service, or this CI, be changed now? In a freeze, and without an authorised change: no",
  route: "GET /gate",
  permission: "change:gate",
  query: Query,
  reply: Answer,
  refusals: [],
  handle: async ({ query: { serviceId, ciId }, actor }, context: ChangeContext) => {
    const now = context.now();
    const where = serviceId === undefined ? place.ci(String(ciId)) : place.service(serviceId);
    const found = await foundAt([where], now, soon(now), context);
    const changes = (await context.changes.some([...found])).filter((change) =>
      serviceId === undefined ? change.ciIds.includes(String(ciId)) : change.serviceId === serviceId,
    );
    const on = { actor, now, settings: await context.settings(), freezes: await context.freezes() };
    const own = new Map<string, Circumstances>();
    for (const change of changes) own.set(change.id, await circumstancesOf(change, actor, context));
    const wanted = { serviceId, ciIds: ciId === undefined ? [] : [ciId] };
    return gateAnswer(wanted, changes, on, ({ id }) => own.get(id) ?? on);
  },
});
