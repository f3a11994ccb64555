import * as z from "zod";
import type { ForeignEnvelope, ForeignEvent } from "../../../shared/events/foreign.ts";
import type { SettingsFields } from "../settings.ts";
import { fitted, fittedKey, limits, type Observation } from "../signal.ts";

const Dimensions = z.record(z.string(), z.string()).optional();
const Metric = z.looseObject({
  metricStat: z.looseObject({ metric: z.looseObject({ dimensions: Dimensions }) }).optional(),
});

const Detail = z.looseObject({
  alarmName: z.string().min(1),
  state: z.looseObject({
    value: z.enum(["ALARM", "OK", "INSUFFICIENT_DATA"]),
    reason: z.string().optional(),
    timestamp: z.string(),
    actionsSuppressedBy: z.string().optional(),
  }),
  configuration: z
    .looseObject({ description: z.string().optional(), metrics: z.array(Metric).optional() })
    .optional(),
});
type Detail = z.infer<typeof Detail>;

/** An alarm of a metric, of metric math, of an anomaly band, or composite, in whatever account it is. */
export const CloudWatchAlarmChanged: ForeignEvent<Detail> = {
  source: "aws.cloudwatch",
  detailType: "CloudWatch Alarm State Change",
  summary: "A CloudWatch alarm changed its state.",
  detail: Detail,
};

/** CloudWatch writes `+0000`, which ISO 8601 as zod and other parsers know it does not. */
const instantIn = (timestamp: string, otherwise: string): string => {
  const at = new Date(timestamp.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(at.getTime()) ? new Date(otherwise).toISOString() : at.toISOString();
};

/** What the dimensions of its metrics name, such as an instance: the nearest AWS has to configuration items. */
const ciIdsOf = ({ configuration }: Detail): string[] => {
  const metrics = configuration?.metrics ?? [];
  const values = metrics.flatMap(({ metricStat }) => Object.values(metricStat?.metric.dimensions ?? {}));
  return [...new Set(values.map((value) => fitted(value, 128)).filter(Boolean))].slice(0, limits.cis);
};

/**
 * The report in an alarm's event; undefined where it says nothing about well or not: `INSUFFICIENT_DATA` unless
 * the settings make something of it, and a composite alarm whose actions are suppressed (another event comes
 * when that ends). Accounts and regions have alarms of the same name: they are different resources.
 */
export const alarmReport = (
  { account, region, time, resources = [], detail }: ForeignEnvelope & { readonly detail: Detail },
  { insufficientData }: Pick<SettingsFields, "insufficientData">,
): Observation | undefined => {
  const { alarmName, state, configuration } = detail;
  const states = { ALARM: "firing", OK: "recovered", INSUFFICIENT_DATA: insufficientData } as const;
  const meaning = states[state.value];
  if (meaning === "ignore" || (state.value === "ALARM" && state.actionsSuppressedBy !== undefined))
    return undefined;
  const [arn] = resources;
  return {
    source: "aws.cloudwatch",
    resource: `${account}/${region}`,
    check: fittedKey(alarmName, limits.check),
    state: meaning,
    severity: "alarm",
    summary: fitted(
      `${alarmName}: ${state.reason || configuration?.description || state.value}`,
      limits.summary,
    ),
    ciIds: ciIdsOf(detail),
    occurredAt: instantIn(state.timestamp, time),
    links: [],
    labels: { account, region, ...(arn === undefined ? {} : { arn: fitted(arn, limits.labelValue) }) },
  };
};
