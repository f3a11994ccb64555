import Box from "@cloudscape-design/components/box";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { fieldName } from "../../api/plain-words.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { Dialog } from "../dialog.tsx";
import type { Conflict } from "./merge.ts";

type Props = {
  readonly conflicts: readonly Conflict[];
  /** Names the fields that stay as the other person has them. */
  readonly onMerge: (keepTheirs: readonly string[]) => void;
  readonly onClose: () => void;
};

/** A part of a list of parts, by what is written in it. */
const partOf = (part: unknown): string =>
  typeof part === "object" && part !== null
    ? Object.values(part)
        .filter((each) => typeof each === "string" && each !== "")
        .join(" ")
    : String(part);

const shown = (value: unknown): string =>
  value === undefined || value === null || value === "" ? texts.none : [value].flat().map(partOf).join(", ");

type Row = {
  readonly conflict: Conflict;
  readonly isTheirs: boolean;
  readonly onChoose: (theirs: boolean) => void;
};

const ConflictRow = ({ conflict, isTheirs, onChoose }: Row) => (
  <div>
    <Box variant="h3">{fieldName(conflict.field)}</Box>
    <Box color="text-body-secondary">
      {texts.before}: {shown(conflict.before)}
    </Box>
    <RadioGroup
      ariaLabel={fieldName(conflict.field)}
      value={isTheirs ? "theirs" : "yours"}
      onChange={({ detail }) => onChoose(detail.value === "theirs")}
      items={[
        { value: "yours", label: `${texts.keepYours}: ${shown(conflict.yours)}` },
        { value: "theirs", label: `${texts.keepTheirs}: ${shown(conflict.theirs)}` },
      ]}
    />
  </div>
);

/** Shows what two people did to the same fields, and lets the later one decide field by field. */
export const ConflictDialog = ({ conflicts, onMerge, onClose }: Props) => {
  const [keepTheirs, setKeepTheirs] = useState<readonly string[]>([]);
  const choose = (field: string, isTheirs: boolean): void =>
    setKeepTheirs((before) => [...before.filter((each) => each !== field), ...(isTheirs ? [field] : [])]);
  return (
    <Dialog
      title={texts.conflict}
      onClose={onClose}
      confirm={{ text: texts.saveMerged, onClick: () => onMerge(keepTheirs) }}
    >
      <SpaceBetween size="m">
        <Box>{conflicts.length === 0 ? texts.noConflict : texts.conflictLead}</Box>
        {conflicts.map((conflict) => (
          <ConflictRow
            key={conflict.field}
            conflict={conflict}
            isTheirs={keepTheirs.includes(conflict.field)}
            onChoose={(isTheirs) => choose(conflict.field, isTheirs)}
          />
        ))}
      </SpaceBetween>
    </Dialog>
  );
};
