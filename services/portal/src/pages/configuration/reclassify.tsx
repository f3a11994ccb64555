import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { partTexts } from "../../texts/parts.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import { type Ci, givenAttributes } from "./ci-form.ts";
import { ClassField } from "./class-field.tsx";
import { ciEditTexts as texts } from "./edit-texts.ts";

export type ReclassifyProps = {
  readonly ci: Ci;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Says that an item was of another class all along, with what that class asks for. */
export const Reclassify = ({ ci, onDone, onClose }: ReclassifyProps) => {
  const [classId, setClassId] = useState("");
  const [attributes, setAttributes] = useState(ci.attributes ?? {});
  const { run, isRunning, problem } = useCommand("POST /cis/{ciId}/reclassify", {
    done: partTexts.done,
    onDone: () => {
      onDone();
      onClose();
    },
    onRefused: ({ status }) => status === 412 && onDone(),
  });
  return (
    <Dialog
      title={texts.reclassify}
      size="large"
      onClose={onClose}
      confirm={{
        text: texts.reclassify,
        isRunning,
        isDisabled: classId === "" || classId === ci.classId,
        onClick: () =>
          void run({
            params: { ciId: ci.id },
            body: { classId, attributes: givenAttributes(ci.attributes, attributes) },
            version: ci.version,
          }),
      }}
    >
      <SpaceBetween size="m">
        <Box>{texts.reclassifyLead}</Box>
        <ProblemAlert problem={problem} />
        <ClassField label={texts.newClass} value={classId} onChange={setClassId} isRequired />
        {classId !== "" && (
          <AttributeFields
            classId={classId}
            form={{ value: attributes, set: setAttributes, problem, path: "attributes." }}
          />
        )}
      </SpaceBetween>
    </Dialog>
  );
};
