import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import type { TableViewing } from "./use-table-view.ts";

type Props = { readonly viewing: TableViewing };

const SaveView = ({
  onSave,
  onClose,
}: {
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}) => {
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

/** Takes up a saved view, saves this one, removes one. */
export const SavedViews = ({ viewing: { saved, save, remove, change } }: Props) => {
  const [isNaming, setNaming] = useState(false);
  const use = (id: string): void => {
    const [verb = "", name = ""] = id.split(/:(.*)/s);
    const found = saved.find((each) => each.name === name);
    if (verb === "save") setNaming(true);
    else if (verb === "remove") remove(name);
    else if (found !== undefined) change(found.view);
  };
  return (
    <>
      <ButtonDropdown
        items={[
          ...saved.map(({ name }) => ({ id: `use:${name}`, text: name })),
          { id: "save", text: texts.saveView, iconName: "add-plus" },
          ...saved.map(({ name }) => ({ id: `remove:${name}`, text: texts.removeView(name) })),
        ]}
        onItemClick={({ detail }) => use(detail.id)}
      >
        {texts.views}
      </ButtonDropdown>
      {isNaming && (
        <SaveView
          onClose={() => setNaming(false)}
          onSave={(name) => {
            save(name);
            setNaming(false);
          }}
        />
      )}
    </>
  );
};
