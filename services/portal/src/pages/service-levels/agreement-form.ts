import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { conditionText, readCondition, readConditions } from "./plain-text.ts";

type Agreement = Schemas["Agreement"];
type Metric = Agreement["metrics"][number];
type Body = BodyOf<"POST /agreements">;

/** One measure as it is typed; `base` keeps what the form does not show (further points, what a breach leads to). */
export type TypedMetric = {
  readonly key: string;
  readonly metric: string;
  readonly amount: string;
  readonly unit: string;
  readonly calendarId: string;
  readonly warnAt: string;
  readonly pauses: string;
  readonly stops: string;
  readonly again: string;
  readonly base?: Metric;
};

/** An agreement as it is typed. */
export type TypedAgreement = {
  readonly name: string;
  readonly description: string;
  readonly kind: string;
  readonly where: string;
  readonly isInternal: boolean;
  readonly metrics: readonly TypedMetric[];
};

/** The point that the form shows: the first by percent. */
const warningOf = ({ points }: Metric) => points.find(({ at }) => "percent" in at);

const typedMetric = (base: Metric, at: number): TypedMetric => {
  const warning = warningOf(base)?.at;
  return {
    key: `${at} ${base.metric}`,
    metric: base.metric,
    amount: String(base.target.amount),
    unit: base.target.unit,
    calendarId: base.calendarId ?? "",
    warnAt: warning !== undefined && "percent" in warning ? String(warning.percent) : "",
    pauses: base.pauses.map((condition) => conditionText(condition)).join("\n"),
    stops: conditionText(base.stops),
    again: base.again,
    base,
  };
};

export const typedAgreement = (agreement: Agreement): TypedAgreement => ({
  name: agreement.name,
  description: agreement.description ?? "",
  kind: agreement.kind,
  where: conditionText(agreement.where, "\n"),
  isInternal: agreement.internal,
  metrics: agreement.metrics.map(typedMetric),
});

export const newMetric = (metric: string, stops: string): TypedMetric => ({
  key: crypto.randomUUID(),
  metric,
  amount: "4",
  unit: "hours",
  calendarId: "",
  warnAt: "75",
  pauses: metric === "resolve" ? "state: on_hold; holdReason: awaiting_caller, awaiting_vendor" : "",
  stops,
  again: "continue",
});

export const emptyAgreement = (): TypedAgreement => ({
  name: "",
  description: "",
  kind: "incident",
  where: "priority: 1, 2",
  isInternal: false,
  metrics: [
    newMetric("respond", "state: in_progress, on_hold, resolved, closed, cancelled"),
    newMetric("resolve", "state: resolved, closed, cancelled"),
  ],
});

const pointsOf = ({ warnAt, base }: TypedMetric): Metric["points"] => {
  const points = base?.points ?? [];
  const shown = base && warningOf(base);
  const others = points.filter((point) => point !== shown);
  const percent = warnAt.trim();
  if (percent === "") return others;
  return [
    { id: shown?.id ?? "warning", actions: shown?.actions ?? [], at: { percent: Number(percent) } },
    ...others,
  ];
};

const metricOf = (typed: TypedMetric): Body["metrics"][number] => {
  const { metric, amount, unit, calendarId, pauses, stops, again, base } = typed;
  const endOfDay = unit === "working_days" && base?.target.endOfDay === true;
  return {
    metric: metric.trim(),
    target: {
      amount: Number(amount),
      unit: unit as Metric["target"]["unit"],
      ...(endOfDay ? { endOfDay } : {}),
    },
    ...(calendarId === "" ? {} : { calendarId }),
    starts: base?.starts ?? {},
    pauses: readConditions(pauses),
    stops: readCondition(stops),
    again: again as Metric["again"],
    onBreach: base?.onBreach ?? [],
    points: pointsOf(typed),
  };
};

/** What was typed, as the API takes it; throws `Unreadable` with the line that says nothing. */
export const agreementOf = (typed: TypedAgreement): Body => {
  const description = typed.description.trim();
  return {
    name: typed.name.trim(),
    ...(description === "" ? {} : { description }),
    kind: typed.kind as Body["kind"],
    where: readCondition(typed.where),
    internal: typed.isInternal,
    metrics: typed.metrics.map(metricOf),
  };
};
