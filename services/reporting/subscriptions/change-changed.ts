import type { EventMeta } from "../../../shared/events/event-type.ts";
import { ChangeCancelled, type ChangeSnapshot, changeEvents } from "../../change/events.ts";
import { gateEvents } from "../../change/events-gate.ts";
import { taskEvents } from "../../change/events-tasks.ts";
import { cancelledMoment, knownChange } from "../kinds/change.ts";
import { eventsAbout } from "./events-about.ts";

/** The moment that an event is of something no field of the change dates. */
export const changeMoment = (type: string, { occurredAt }: Pick<EventMeta, "occurredAt">) =>
  type === ChangeCancelled.type ? { name: cancelledMoment, at: occurredAt } : undefined;

export const changeChanged = eventsAbout(
  "change",
  [...changeEvents, ...taskEvents, ...gateEvents],
  ({ type, meta, snapshot }: { type: string; meta: EventMeta; snapshot: ChangeSnapshot }, { measures }) =>
    measures.change.keep(meta, knownChange(snapshot), changeMoment(type, meta)),
);
