import { foreignSubscription } from "../../../shared/events/foreign.ts";
import { alarmReport, CloudWatchAlarmChanged } from "../forms/cloudwatch-alarm.ts";
import { takeIn } from "../intake.ts";
import { keepForeign } from "../keep-foreign.ts";
import type { MonitoringContext } from "../table.ts";

export const cloudWatchAlarmChanged = foreignSubscription({
  id: "cloudwatch-alarm-changed",
  event: CloudWatchAlarmChanged,
  handle: async (received, context: MonitoringContext) => {
    const report = alarmReport(received, await context.settings());
    if (report) await takeIn(report, context);
  },
  keep: keepForeign,
});
