import * as z from "zod";
import { Refusal, refusalCodes } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Receipt } from "../alert.ts";
import { keepUnreadable } from "../decisions/keep-unreadable.ts";
import { AlertmanagerWebhook, alertmanagerReport } from "../forms/alertmanager.ts";
import { instantOf, takeIn } from "../intake.ts";
import type { MonitoringContext } from "../table.ts";

const Row = z.object({
  index: z.number().int().describe("Place in the request"),
  ok: z.boolean(),
  ...Receipt.partial().shape,
  unreadableId: z.string().optional().describe("Where what could not be read is kept"),
  reason: z.string().optional(),
});
type Row = z.infer<typeof Row>;

/** So many at a time: a full request is done long before the API's time is over, and the table is not flooded. */
const atOnce = 16;

const keep = async (given: unknown, reason: string, { unreadables }: MonitoringContext) => {
  const about = { source: "alertmanager", form: "Alertmanager alert", reason };
  const { id: unreadableId } = await unreadables.create(() => keepUnreadable(about, given));
  return { ok: false, unreadableId, reason } as const;
};

const outcome = async (given: unknown, context: MonitoringContext): Promise<Omit<Row, "index">> => {
  const report = alertmanagerReport(given, await context.settings());
  if ("reason" in report) return keep(given, report.reason, context);
  try {
    instantOf(report.occurredAt, context.now(), "startsAt");
  } catch {
    return keep(given, "startsAt or endsAt is in the future", context);
  }
  const { id, version, state } = await takeIn(report, context);
  return { ok: true, id, version, state };
};

/** What nobody can help now has to come again as a whole: Alertmanager repeats after 5xx alone. */
const asUnavailable = (error: unknown): never => {
  const isPassing = error instanceof Refusal && error.code === "write_conflict";
  throw isPassing ? new Refusal("unavailable", refusalCodes.write_conflict.title) : error;
};

export const reportAlertmanagerAlerts = endpoint({
  id: "reportAlertmanagerAlerts",
  summary: "Take in the webhook of Prometheus Alertmanager; each alert has its own result",
  route: "POST /alerts/alertmanager",
  permission: "monitoring:report",
  body: AlertmanagerWebhook,
  bodyLimit: 1024 * 1024,
  reply: z.object({ results: z.array(Row), truncatedAlerts: z.number().int().optional() }),
  refusals: ["unavailable"],
  handle: async ({ body, deadline }, context: MonitoringContext) => {
    const results: Row[] = [];
    for (let done = 0; done < body.alerts.length; done += atOnce) {
      // It comes again as a whole; what was taken in by then is only counted.
      if (performance.now() > deadline) throw new Refusal("unavailable");
      const rows = body.alerts.slice(done, done + atOnce).map(async (given, place) => {
        const index = done + place;
        return { index, ...(await outcome(given, context.part(String(index)))) };
      });
      results.push(...(await Promise.all(rows).catch(asUnavailable)));
    }
    return { results, truncatedAlerts: body.truncatedAlerts };
  },
});
