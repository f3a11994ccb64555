import { endpoint } from "../../../shared/http/endpoint.ts";
import { Receipt } from "../alert.ts";
import { instantOf, takeIn } from "../intake.ts";
import { Signal } from "../signal.ts";
import type { MonitoringContext } from "../table.ts";

export const reportAlert = endpoint({
  id: "reportAlert",
  summary: "Report what any monitoring tool says of a check",
  route: "POST /alerts",
  permission: "monitoring:report",
  body: Signal,
  reply: Receipt,
  refusals: [],
  handle: async ({ body }, context: MonitoringContext) => {
    const { serviceLabel, ciLabel } = await context.settings();
    const labelled = (name: string) => (Object.hasOwn(body.labels, name) ? body.labels[name] : undefined);
    const serviceId = body.serviceId ?? labelled(serviceLabel)?.slice(0, 128);
    const ciId = labelled(ciLabel)?.slice(0, 128);
    const ciIds = body.ciIds.length > 0 || !ciId ? body.ciIds : [ciId];
    const occurredAt = instantOf(body.occurredAt, context.now(), "body.occurredAt");
    return takeIn({ ...body, serviceId: serviceId || undefined, ciIds, occurredAt }, context);
  },
});
