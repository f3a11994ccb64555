/**
 * Name of the draft of a report. Who comes with a title ("Report it as a problem" after a search) begins another report
 * than the one that was begun without: neither shows instead of the other.
 */
export const reportDraft = (title: string): string => (title === "" ? "report" : `report.${title}`);
