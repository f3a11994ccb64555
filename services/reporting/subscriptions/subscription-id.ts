import type { EventType } from "../../../shared/events/event-type.ts";

/** `IncidentOpened` to `incident-opened`. */
export const subscriptionId = ({ type }: Pick<EventType, "type">): string =>
  type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
