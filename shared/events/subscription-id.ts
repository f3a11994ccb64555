import type { EventType } from "./event-type.ts";

/** The id of a subscription that is named after its event: `IncidentOpened` to `incident-opened`. */
export const subscriptionId = ({ type }: Pick<EventType, "type">): string =>
  type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
