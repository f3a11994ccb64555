import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { lazily } from "../lazily.tsx";
import type { SaveViewProps } from "./save-view.tsx";
import type { TableViewing } from "./use-table-view.ts";

type Props = { readonly viewing: TableViewing };

const SaveView = lazily<SaveViewProps>(async () => (await import("./save-view.tsx")).SaveView);

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
