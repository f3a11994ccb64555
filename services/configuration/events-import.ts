import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { CiSnapshot } from "./events.ts";

const source = "itsm.configuration";

/** An import as it is after the event; rows and their results are read through the API. */
const ImportSnapshot = z.object({
  id: z.string(),
  sourceId: z.string(),
  title: z.string().optional(),
  state: z.enum([
    "collecting",
    "checking",
    "checked",
    "running",
    "finished",
    "undoing",
    "undone",
    "cancelled",
  ]),
  rowCount: z.number().int(),
  checked: z.record(z.string(), z.number().int()).optional().describe("Rows by outcome, of the last dry run"),
  counts: z.record(z.string(), z.number().int()).optional().describe("Rows by outcome, of the run"),
  undone: z.record(z.string(), z.number().int()).optional().describe("Rows by outcome, of the undoing"),
});
export type ImportSnapshot = z.infer<typeof ImportSnapshot>;

const importEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ import: ImportSnapshot }) });

export const CiImportOpened = importEvent("CiImportOpened", "Somebody began to put an import together.");
export const CiImportExtended = importEvent("CiImportExtended", "A chunk of rows was added or exchanged.");
export const CiImportCheckStarted = importEvent("CiImportCheckStarted", "What it would do is worked out.");
export const CiImportChecked = importEvent("CiImportChecked", "It is known what it would do.");
export const CiImportStarted = importEvent("CiImportStarted", "Its rows are written from now on.");
export const CiImportFinished = importEvent("CiImportFinished", "Each of its rows has a result.");
export const CiImportUndoStarted = importEvent("CiImportUndoStarted", "What it did is being taken back.");
export const CiImportUndone = importEvent("CiImportUndone", "What nobody changed since was taken back.");
export const CiImportCancelled = importEvent("CiImportCancelled", "It will not be run.");

export const CiSourceChanged = defineEvent({
  source,
  type: "CiSourceChanged",
  version: 1,
  summary: "A source of CIs was named, is another one now, or was retired or restored.",
  data: z.object({
    source: z.object({
      id: z.string(),
      name: z.string(),
      format: z.string(),
      staleAfterDays: z.number().int(),
      retired: z.boolean(),
    }),
  }),
});
export const ReconciliationRulesChanged = defineEvent({
  source,
  type: "ReconciliationRulesChanged",
  version: 1,
  summary: "It was changed whose word counts for which attribute.",
  data: z.object({ precedenceRules: z.number().int().describe("How many there are now") }),
});

export const CiWentStale = defineEvent({
  source,
  type: "CiWentStale",
  version: 1,
  summary: "A source has not spoken of a configuration item for as long as it may keep silent.",
  data: z.object({ ci: CiSnapshot, sourceId: z.string() }),
});

export const importEvents = [
  CiWentStale,
  CiImportOpened,
  CiImportExtended,
  CiImportCheckStarted,
  CiImportChecked,
  CiImportStarted,
  CiImportFinished,
  CiImportUndoStarted,
  CiImportUndone,
  CiImportCancelled,
  CiSourceChanged,
  ReconciliationRulesChanged,
];
