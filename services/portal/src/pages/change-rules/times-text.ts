import { timeText } from "../../parts/times.ts";
import { rulePart } from "./day-rule.ts";
import { timeTexts as texts } from "./time-texts.ts";
import type { Times } from "./times-fields.tsx";

/** When something holds, in a line. */
export const timesText = ({ from, to, recurrence }: Times): string => {
  if (recurrence === undefined)
    return [from, to].map((at) => (at === undefined ? "" : timeText(at))).join(" – ");
  const { rule, start, durationMinutes } = recurrence;
  const frequency = texts.frequencies[rulePart(rule, "FREQ")] ?? rule;
  const days = rulePart(rule, "BYDAY");
  return [frequency, days, start.slice(11), texts.lasts(durationMinutes)].filter(Boolean).join(", ");
};
