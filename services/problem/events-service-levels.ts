import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { PassedPoint } from "../../shared/targets/passed-point.ts";
import { ProblemSnapshot } from "./events-snapshot.ts";

const plain = z.object({ problem: ProblemSnapshot });
const event = <S extends z.ZodRawShape>(type: string, summary: string, more: S) =>
  defineEvent({ source: "itsm.problem", type, version: 1, summary, data: plain.extend(more) });
const passed = { serviceLevel: PassedPoint };

export const ProblemServiceLevelWarning = event(
  "ProblemServiceLevelWarning",
  "A point that its agreement names was reached.",
  passed,
);
export const ProblemServiceLevelBreached = event(
  "ProblemServiceLevelBreached",
  "The time that an agreement gives is over.",
  passed,
);
export const ProblemServiceLevelsChanged = event(
  "ProblemServiceLevelsChanged",
  "An agreement or a calendar changed, and with it what the problem is measured by.",
  {},
);

export const serviceLevelEvents = [
  ProblemServiceLevelWarning,
  ProblemServiceLevelBreached,
  ProblemServiceLevelsChanged,
];
