import type { Change } from "../change.ts";
import { Risk } from "../change-fields.ts";
import type { RiskRule, RiskSettingsFields } from "../risk-settings.ts";
import type { Chance } from "./chance.ts";
import type { Conflict } from "./conflicts.ts";
import type { Hit } from "./freezes.ts";

/** One reason for a risk, in words that people can check. */
export type Reason = {
  readonly source: "rule" | "questionnaire" | "judgement";
  readonly risk: Risk;
  readonly text: string;
};

/** What is known of a change besides itself when its risk is worked out. */
export type Surroundings = {
  readonly chance?: Chance | undefined;
  readonly conflicts?: readonly Conflict[];
  /** Freezes within a week before or after its window. */
  readonly nearFreezes?: readonly Hit[];
};

const hour = 3_600_000;
const order = Risk.options;
/** Of several the highest counts. */
export const highest = (risks: readonly Risk[]): Risk =>
  order[Math.max(0, ...risks.map((risk) => order.indexOf(risk)))] ?? "low";

const freezeDistance = ({ plannedStart, plannedEnd }: Change, hits: readonly Hit[]): number | undefined => {
  if (plannedStart === undefined || plannedEnd === undefined || hits.length === 0) return undefined;
  const [from, to] = [Date.parse(plannedStart), Date.parse(plannedEnd)];
  const away = hits.map((hit) => Math.max(Date.parse(hit.from) - to, from - Date.parse(hit.to), 0));
  return Math.min(...away) / hour;
};

/** The wall clock at which a change begins, in a zone: weekday (1 Monday to 7 Sunday) and minutes since midnight. */
const wallOf = (at: string, timeZone: string): { readonly weekday: number; readonly minutes: number } => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part("weekday")) + 1;
  return { weekday, minutes: Number(part("hour")) * 60 + Number(part("minute")) };
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const isInHours = ({ plannedStart }: Change, hours: NonNullable<RiskRule["when"]["hours"]>): boolean => {
  if (plannedStart === undefined) return false;
  const { weekday, minutes } = wallOf(plannedStart, hours.timeZone);
  return (
    hours.weekdays.includes(weekday) && minutes >= minutesOf(hours.from) && minutes < minutesOf(hours.to)
  );
};

type Test = (change: Change, around: Surroundings) => boolean;

/** Every condition that a rule may name; a rule holds where all that it names hold. */
const testsOf = (when: RiskRule["when"]): readonly Test[] => {
  const tests: (Test | false | undefined)[] = [
    when.types && ((c) => when.types?.includes(c.type) ?? false),
    when.impacts && ((c) => when.impacts?.includes(c.impact) ?? false),
    when.categories && ((c) => when.categories?.includes(c.category ?? "") ?? false),
    when.serviceIds && ((c) => when.serviceIds?.includes(c.serviceId ?? "") ?? false),
    when.criticalities &&
      ((c) => when.criticalities?.some((each) => each === c.impacted?.criticality) ?? false),
    when.ciCount !== undefined && ((c) => c.ciIds.length >= (when.ciCount ?? 0)),
    when.impactedCount !== undefined &&
      ((c) => (c.impacted?.impactedCount ?? 0) >= (when.impactedCount ?? 0)),
    when.conflicts !== undefined && ((_, { conflicts = [] }) => conflicts.length >= (when.conflicts ?? 0)),
    when.successBelow !== undefined &&
      ((_, { chance }) => chance !== undefined && chance.percent < (when.successBelow ?? 0)),
    when.freezeWithinHours !== undefined &&
      ((c, { nearFreezes = [] }) => {
        const distance = freezeDistance(c, nearFreezes);
        return distance !== undefined && distance <= (when.freezeWithinHours ?? 0);
      }),
    when.withoutPlan && ((c) => when.withoutPlan !== undefined && c.plans[when.withoutPlan] === undefined),
    when.hours && ((c) => when.hours !== undefined && isInHours(c, when.hours)),
  ];
  return tests.filter((test): test is Test => typeof test === "function");
};

const isTrue = ({ when }: RiskRule, change: Change, around: Surroundings): boolean => {
  const tests = testsOf(when);
  return tests.length > 0 && tests.every((test) => test(change, around));
};

/** Answers to the questionnaire by the question's id. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The risk of a change: the highest of what rules, the questionnaire and whoever assesses it say, with every
 * reason, also those that are outweighed.
 */
export const riskOf = (
  change: Change,
  { rules, questions }: RiskSettingsFields,
  around: Surroundings,
  answers: Answers = {},
  judged?: Risk,
): { readonly risk: Risk; readonly reasons: readonly Reason[] } => {
  const byRules = rules
    .filter((rule) => isTrue(rule, change, around))
    .map(({ risk, reason }): Reason => ({ source: "rule", risk, text: reason }));
  const byAnswers = questions.flatMap(({ id, text, options }): Reason[] => {
    const option = options.find(({ value }) => value === answers[id]);
    return option ? [{ source: "questionnaire", risk: option.risk, text: `${text} ${option.label}` }] : [];
  });
  const own: Reason[] = judged
    ? [{ source: "judgement", risk: judged, text: "As whoever assessed it sees it" }]
    : [];
  const reasons = [...byRules, ...byAnswers, ...own].toSorted(
    (a, b) => order.indexOf(b.risk) - order.indexOf(a.risk),
  );
  return { risk: highest(reasons.map(({ risk }) => risk)), reasons };
};
