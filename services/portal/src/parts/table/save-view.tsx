import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { Dialog } from "../dialog.tsx";

export type SaveViewProps = { readonly onSave: (name: string) => void; readonly onClose: () => void };

/** Asks for the name of a view. */
export const SaveView = ({ onSave, onClose }: SaveViewProps) => {
  const [name, setName] = useState("");
  return (
    <Dialog
      title={texts.saveView}
      onClose={onClose}
      confirm={{ text: texts.save, isDisabled: name.trim() === "", onClick: () => onSave(name.trim()) }}
    >
      <FormField label={texts.viewName} description={texts.viewNameHint}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </Dialog>
  );
};
