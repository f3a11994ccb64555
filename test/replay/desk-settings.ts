import { readFileSync } from "node:fs";
import path from "node:path";
import { SettingsFields } from "../../services/incident/settings.ts";

type Matrix = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** Where data made by others lies, next to the repository. */
export const sharedData = path.resolve(process.cwd(), "../shared/data");

/** The real desk's log. */
export const deskLog = path.join(sharedData, "incidents/servicenow-log.csv.gz");

/** High impact with low urgency never occurs in the log, so its priority may be anything. */
const unseen = 3;

/**
 * The rules of the logged desk: its priority matrix, closing five days after the last activity, and no limit
 * for reopening (it reopened incidents months after closing them).
 */
export const deskSettings = (): SettingsFields => {
  const file = path.join(sharedData, "reference/priority-matrices.json");
  const matrix: Matrix = JSON.parse(readFileSync(file, "utf8")).servicenow_as_logged[
    "matrix[impact][urgency]"
  ];
  const filled = Object.entries(matrix).map(([impact, row]) => [
    impact,
    Object.fromEntries(Object.entries(row).map(([urgency, priority]) => [urgency, priority ?? unseen])),
  ]);
  return SettingsFields.parse({
    matrix: Object.fromEntries(filled),
    autoCloseDays: 5,
    reopenDays: 3650,
    targetHours: { 1: 4, 2: 8, 3: 72, 4: 120, 5: 240 },
  });
};
