import type { EventMeta } from "../../../shared/events/event-type.ts";
import { type RequestItemSnapshot, requestEvents } from "../../request/events.ts";
import { knownRequest } from "../kinds/request.ts";
import { eventsAbout } from "./events-about.ts";

export const requestChanged = eventsAbout(
  "item",
  requestEvents,
  ({ meta, snapshot }: { meta: EventMeta; snapshot: RequestItemSnapshot }, { measures }) =>
    measures.request.keep(meta, knownRequest(snapshot)),
);
