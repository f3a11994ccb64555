import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { type Import, importLifecycle, limits } from "../ci-import.ts";
import type { Source } from "../ci-source.ts";
import {
  CiImportCancelled,
  CiImportChecked,
  CiImportCheckStarted,
  CiImportExtended,
  CiImportFinished,
  CiImportOpened,
  CiImportStarted,
  CiImportUndone,
  CiImportUndoStarted,
  type ImportSnapshot,
} from "../events-import.ts";
import type { Counts } from "../row-outcome.ts";

const snapshotOf = ({ id, sourceId, title, state, rowCount, checked, counts, undone }: Import) =>
  ({ id, sourceId, title, state, rowCount, checked, counts, undone }) as ImportSnapshot;

const happened = (
  event: typeof CiImportOpened,
  before: Partial<Import>,
  changes: Partial<Import>,
): Decision<Import> => [
  occurred(event, { import: snapshotOf({ ...before, ...changes } as Import) }, changes),
];

export const openImport = (
  id: string,
  given: Pick<Import, "sourceId" | "title">,
  { format }: Pick<Source, "format">,
  startedBy: string,
): Decision<Import> =>
  happened(
    CiImportOpened,
    { id },
    { ...given, format, startedBy, state: "collecting", chunks: [], chunkCount: 0, rowCount: 0 },
  );

/** What a source said unasked and nobody could take: an import that is over. */
export const recordTrouble = (
  id: string,
  sourceId: string,
  chunk: Import["chunks"][number],
  counts: Counts,
): Decision<Import> =>
  happened(
    CiImportFinished,
    { id },
    {
      sourceId: sourceId as Import["sourceId"],
      title: "Said unasked, and not taken",
      format: "aws-config",
      startedBy: sourceId,
      state: "finished",
      chunks: [chunk],
      chunkCount: 1,
      rowCount: chunk.rows,
      counts,
    },
  );

/** A chunk of rows, which lies on a sheet. It takes the place of one of the same number. */
export const addChunk = (
  before: Import,
  { number, ...chunk }: { readonly number: number; readonly sheet: string; readonly rows: number },
): Decision<Import> => {
  if (before.state !== "collecting") throw new Refusal("illegal_transition", "Its rows are complete");
  if (number > before.chunks.length + 1)
    throw new Refusal("rule_violation", `The next chunk is number ${before.chunks.length + 1}`);
  const is = before.chunks[number - 1];
  if (is?.sheet === chunk.sheet) return [];
  const chunks = [...before.chunks.slice(0, number - 1), chunk, ...before.chunks.slice(number)];
  const rowCount = chunks.reduce((sum, { rows }) => sum + rows, 0);
  if (rowCount > limits.rows) throw new Refusal("too_large", `An import takes at most ${limits.rows} rows`);
  return happened(CiImportExtended, before, { chunks, chunkCount: chunks.length, rowCount });
};

type Move = Exclude<keyof typeof importLifecycle.transitions, "finish" | "finish-check" | "finish-undo">;

const begun: Readonly<Record<Move, typeof CiImportOpened>> = {
  check: CiImportCheckStarted,
  start: CiImportStarted,
  undo: CiImportUndoStarted,
  cancel: CiImportCancelled,
};

export const moveImport = (before: Import, action: Move): Decision<Import> => {
  const state = importLifecycle.next(before.state, action);
  if (action !== "cancel" && before.rowCount === 0) throw new Refusal("rule_violation", "It has no rows yet");
  return happened(begun[action], before, { state });
};

/** The work that was under way is done; nothing, where another run ended it. */
export const endImport = (before: Import, counts: Counts): Decision<Import> => {
  if (before.state === "checking")
    return happened(CiImportChecked, before, { state: "checked", checked: counts });
  if (before.state === "running") return happened(CiImportFinished, before, { state: "finished", counts });
  return before.state === "undoing"
    ? happened(CiImportUndone, before, { state: "undone", undone: counts })
    : [];
};
