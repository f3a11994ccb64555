import Box from "@cloudscape-design/components/box";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { fieldName } from "../../api/plain-words.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { Dialog } from "../dialog.tsx";
import { timeText } from "../times.ts";
import type { Conflict } from "./merge.ts";

export type ConflictDialogProps = {
  readonly conflicts: readonly Conflict[];
  /** Names the fields that stay as the other person has them. */
  readonly onMerge: (keepTheirs: readonly string[]) => void;
  readonly onClose: () => void;
};

const isMoment = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(value);

const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === "") return texts.none;
  if (isMoment(value)) return timeText(value);
  if (Array.isArray(value)) return value.map(shown).join(", ") || texts.none;
  if (typeof value !== "object") return String(value);
  const said = Object.entries(value).map(([name, part]) => `${fieldName(name)}: ${shown(part)}`);
  return said.join("; ") || texts.none;
};

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
export const ConflictDialog = ({ conflicts, onMerge, onClose }: ConflictDialogProps) => {
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
