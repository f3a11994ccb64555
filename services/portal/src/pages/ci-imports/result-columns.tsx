import Link from "@cloudscape-design/components/link";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Column } from "../../parts/table/column.ts";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { follow } from "../../shell/follow.ts";
import type { ImportedRow, Run } from "./import.ts";
import { wordsOf } from "./row-words.ts";
import { importTexts as texts } from "./texts.ts";

const signs: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  created: "success",
  updated: "success",
  reinstated: "success",
  unchanged: "stopped",
  retired: "info",
  ended: "info",
  waiting: "pending",
  conflict: "error",
  repeated: "warning",
  invalid: "error",
};

/** How an outcome is called: taking back has words of its own. */
export const outcomeText = (outcome: string, run: Run): string =>
  (run === "undo" ? texts.undoneOutcomes[outcome] : undefined) ?? texts.outcomes[outcome] ?? outcome;

const To = ({ ciId, text }: { readonly ciId: string; readonly text: string }) => (
  <Link href={`/cis/${ciId}`} onFollow={follow}>
    {text}
  </Link>
);

const nameOf = ({ name, key, relationId, id }: ImportedRow): string => name ?? key ?? relationId ?? id;

const Says = ({ row }: { readonly row: ImportedRow }) => (
  <ul className="plain">
    {wordsOf(row).map((line) => (
      <li key={line}>{line}</li>
    ))}
    {row.ciIds !== undefined && (
      <li>
        {texts.perhaps}{" "}
        {row.ciIds.map((ciId, at) => (
          <span key={ciId}>
            {at > 0 && ", "}
            <To ciId={ciId} text={ciId} />
          </span>
        ))}
      </li>
    )}
  </ul>
);

/** Columns of what became of the rows of an import. */
export const resultColumns = (
  run: Run,
  className: (id: string) => string,
): readonly Column<ImportedRow>[] => [
  textColumn("row", texts.columns.row, ({ id }) => id, { width: 70 }),
  {
    id: "outcome",
    header: texts.columns.outcome,
    cell: ({ outcome }) => (
      <StatusIndicator type={signs[outcome] ?? "info"}>{outcomeText(outcome, run)}</StatusIndicator>
    ),
    text: ({ outcome }) => outcomeText(outcome, run),
    width: 120,
  },
  {
    id: "what",
    header: texts.columns.what,
    cell: (row) => (row.ciId === undefined ? nameOf(row) : <To ciId={row.ciId} text={nameOf(row)} />),
    text: nameOf,
    width: 170,
    isRowHeader: true,
  },
  textColumn(
    "class",
    texts.columns.class,
    ({ kind, classId }) => (kind === "relation" ? texts.relation : classId && className(classId)),
    { width: 120 },
  ),
  {
    id: "says",
    header: texts.columns.says,
    cell: (row) => <Says row={row} />,
    text: (row) => wordsOf(row).join("\n"),
    width: 360,
  },
];
