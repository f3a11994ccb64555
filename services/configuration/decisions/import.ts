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
  content: string,
  counts: Counts,
): Decision<Import> => {
  const rowCount = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const place = placeOf({ version: 0 } as Import, 1);
  const changes: Partial<Import> = {
    sourceId: sourceId as Import["sourceId"],
    title: "Said unasked, and not taken",
    format: "aws-config",
    startedBy: sourceId,
    state: "finished",
    chunks: [{ place, rows: rowCount }],
    chunkCount: 1,
    rowCount,
    counts,
  };
  const beside = [{ name: place, value: { content } }];
  return happened(CiImportFinished, { id }, changes).map((each) => ({ ...each, beside }));
};

/** Where a chunk's content lies beside the import; exchanged, it lies elsewhere. */
const placeOf = (before: Import, number: number): string => `chunk.${number}.${before.version + 1}`;

/** A chunk of rows, which lies beside the import. It takes the place of one of the same number. */
export const addChunk = (
  before: Import,
  { number, content, rows }: { readonly number: number; readonly content: string; readonly rows: number },
): Decision<Import> => {
  if (before.state !== "collecting") throw new Refusal("illegal_transition", "Its rows are complete");
  if (number > before.chunks.length + 1)
    throw new Refusal("rule_violation", `The next chunk is number ${before.chunks.length + 1}`);
  const place = placeOf(before, number);
  const chunks = [...before.chunks.slice(0, number - 1), { place, rows }, ...before.chunks.slice(number)];
  const rowCount = chunks.reduce((sum, { rows: each }) => sum + each, 0);
  if (rowCount > limits.rows) throw new Refusal("too_large", `An import takes at most ${limits.rows} rows`);
  const changes = { chunks, chunkCount: chunks.length, rowCount };
  const beside = [{ name: place, value: { content } }];
  return happened(CiImportExtended, before, changes).map((each) => ({ ...each, beside }));
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
