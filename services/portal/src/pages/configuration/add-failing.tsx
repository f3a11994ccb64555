import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import type { Failing } from "./map-model.ts";
import { mapTexts as texts } from "./map-texts.ts";
import { useClassName } from "./use-classes.ts";

const most = 20;

/** Finds an item by the beginning of its name and takes it as failing, too. */
export const AddFailing = ({ onAdd }: { readonly onAdd: (failing: Failing) => void }) => {
  const className = useClassName();
  const [text, setText] = useState("");
  const namePrefix = text.trim();
  const found = usePages("GET /cis", namePrefix === "" ? undefined : { query: { namePrefix, limit: most } }, {
    everyMs: 0,
  });
  const items = namePrefix === "" ? [] : found.items;
  return (
    <FormField label={texts.add} description={texts.addHint} stretch>
      <Autosuggest
        value={text}
        clearAriaLabel={texts.clear}
        filteringType="manual"
        statusType={found.isLoading ? "loading" : "finished"}
        loadingText={texts.loading}
        empty={namePrefix === "" ? texts.addHint : texts.noMatch}
        options={items.map(({ id, name, classId }) => ({
          value: id,
          label: name,
          description: `${className(classId)}, ${id}`,
        }))}
        enteredTextLabel={texts.typed}
        onChange={({ detail }) => setText(detail.value)}
        onSelect={({ detail }) => {
          const chosen = items.find(({ id }) => id === detail.value);
          if (chosen === undefined) return;
          onAdd({ id: chosen.id, name: chosen.name, classId: chosen.classId });
          setText("");
        }}
      />
    </FormField>
  );
};
