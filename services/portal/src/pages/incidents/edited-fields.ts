import type { Incident } from "./incident.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The fields that the form edits, as the API takes them: what is empty is taken away with `null`. */
export const editedFields = (incident: Incident): Fields => ({
  title: incident.title,
  description: incident.description ?? null,
  impact: incident.impact,
  urgency: incident.urgency,
  category: incident.category ?? null,
  subcategory: incident.subcategory ?? null,
  location: incident.location ?? null,
  serviceId: incident.serviceId ?? null,
  ciIds: incident.ciIds,
});
