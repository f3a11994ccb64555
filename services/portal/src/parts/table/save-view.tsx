import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";

export type SaveViewProps = { readonly onSave: (name: string) => void; readonly onClose: () => void };

/** Asks for the name of a view. */
export const SaveView = ({ onSave, onClose }: SaveViewProps) => {
  const [name, setName] = useState("");
  return (
    <Modal
      visible
      header={texts.saveView}
      closeAriaLabel={texts.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button variant="primary" disabled={name.trim() === ""} onClick={() => onSave(name.trim())}>
              {texts.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <FormField label={texts.viewName} description={texts.viewNameHint}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </Modal>
  );
};
