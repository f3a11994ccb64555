import type { Schemas } from "../../../../../docs/generated/api.ts";

/** A report as it is typed. */
export type Report = {
  readonly title: string;
  readonly description: string;
  readonly urgency: string;
  readonly impact: string;
  readonly callerId: string;
  /** The template it was begun from, which fills in what is not asked for here. */
  readonly templateId?: string;
};

export const blankReport = (title: string): Report => ({
  title,
  description: "",
  urgency: "3",
  impact: "3",
  callerId: "",
});

/**
 * Name of the draft of a report. Who comes with a title ("Report it as a problem" after a search) begins another report
 * than the one that was begun without: neither shows instead of the other.
 */
export const reportDraft = (title: string): string => (title === "" ? "report" : `report.${title}`);

type Template = Pick<Schemas["IncidentTemplate"], "id" | "fields">;

/** The report begun from a template, which says what it has to say; what it leaves open stays as it is typed. */
export const withTemplate = (report: Report, { id, fields }: Template): Report => ({
  ...report,
  templateId: id,
  title: fields.title ?? report.title,
  description: fields.description ?? report.description,
  urgency: String(fields.urgency ?? report.urgency),
  impact: String(fields.impact ?? report.impact),
});
