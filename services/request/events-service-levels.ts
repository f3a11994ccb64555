import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { PassedPoint } from "../../shared/targets/passed-point.ts";
import { RequestItemSnapshot } from "./events.ts";

const plain = z.object({ item: RequestItemSnapshot });
const event = <S extends z.ZodRawShape>(type: string, summary: string, more: S) =>
  defineEvent({ source: "itsm.request", type, version: 1, summary, data: plain.extend(more) });
const passed = { serviceLevel: PassedPoint };

export const RequestItemServiceLevelWarning = event(
  "RequestItemServiceLevelWarning",
  "A point that its agreement names was reached.",
  passed,
);
export const RequestItemServiceLevelBreached = event(
  "RequestItemServiceLevelBreached",
  "The time that an agreement gives is over.",
  passed,
);
export const RequestItemServiceLevelsChanged = event(
  "RequestItemServiceLevelsChanged",
  "An agreement or a calendar changed, and with it what it is measured by.",
  {},
);

export const serviceLevelEvents = [
  RequestItemServiceLevelWarning,
  RequestItemServiceLevelBreached,
  RequestItemServiceLevelsChanged,
];
