import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import {
  AlertChanged,
  AlertRaised,
  AlertRecovered,
  AlertReopened,
  AlertRepeated,
} from "../../monitoring/events.ts";
import { answerAlert } from "../follow-alert.ts";
import type { IncidentContext } from "../table.ts";

/** Alerts that are muted, only worth knowing, or part of a storm are none of an incident's own business. */
const where = { alert: { incident: ["own"] } };

export const alertChanged = [AlertRaised, AlertReopened, AlertChanged, AlertRecovered, AlertRepeated].map(
  (event) =>
    subscription({
      id: subscriptionId(event),
      summary:
        "An alert has an incident: opened, reopened, resolved as the alert says, until a person works on it.",
      event,
      where,
      handle: async ({ data }, context: IncidentContext) => {
        if (data.alert.incident === "own") await answerAlert(data.alert, context, event === AlertChanged);
      },
    }),
);
