import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { PassedPoint } from "../../shared/targets/passed-point.ts";
import { ChangeSnapshot } from "./events.ts";

const plain = z.object({ change: ChangeSnapshot });
const event = <S extends z.ZodRawShape>(type: string, summary: string, more: S) =>
  defineEvent({ source: "itsm.change", type, version: 1, summary, data: plain.extend(more) });
const passed = { serviceLevel: PassedPoint };

export const ChangeServiceLevelWarning = event(
  "ChangeServiceLevelWarning",
  "A point that its agreement names was reached.",
  passed,
);
export const ChangeServiceLevelBreached = event(
  "ChangeServiceLevelBreached",
  "The time that an agreement gives is over.",
  passed,
);
export const ChangeServiceLevelsChanged = event(
  "ChangeServiceLevelsChanged",
  "An agreement or a calendar changed, and with it what the change is measured by.",
  {},
);

export const serviceLevelEvents = [
  ChangeServiceLevelWarning,
  ChangeServiceLevelBreached,
  ChangeServiceLevelsChanged,
];
