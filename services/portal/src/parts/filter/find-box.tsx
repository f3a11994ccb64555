import "./find-box.css";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useEffect, useState } from "react";
import { partTexts } from "../../texts/parts.ts";
import { type ListFilter, showFilteredBy } from "./one-filter.ts";

/** Something a list is asked by that is typed, such as a serial number. */
export type Find = { readonly key: string; readonly label: string };

type Props = {
  readonly path: string;
  readonly finds: readonly Find[];
  readonly current: ListFilter | undefined;
};

/** Asks the system, not only the rows that are loaded. */
export const FindBox = ({ path, finds, current }: Props) => {
  const known = finds.find(({ key }) => key === current?.key);
  const shown = known === undefined ? "" : (current?.value ?? "");
  const [by, setBy] = useState(known ?? finds[0]);
  const [text, setText] = useState(shown);
  // Another filter is shown: what was typed for the one before says nothing any more.
  useEffect(() => setText(shown), [shown]);
  const options = finds.map(({ key, label }) => ({ value: key, label }));
  if (by === undefined) return null;
  return (
    <form
      className="find-box"
      onSubmit={(event) => {
        event.preventDefault();
        showFilteredBy(path, { key: by.key, value: text.trim() });
      }}
    >
      {finds.length > 1 && (
        <FormField label={partTexts.findBy}>
          <Select
            selectedOption={options.find(({ value }) => value === by.key) ?? null}
            options={options}
            onChange={({ detail }) =>
              setBy(finds.find(({ key }) => key === detail.selectedOption.value) ?? by)
            }
          />
        </FormField>
      )}
      <FormField label={by.label}>
        <Input
          type="search"
          clearAriaLabel={partTexts.clearSearch}
          value={text}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      <Button formAction="submit" iconName="search">
        {partTexts.find}
      </Button>
    </form>
  );
};
