import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { type Text, TextField } from "./form-fields.tsx";
import { type ListOf, shownText, textOfValues, valuesIn } from "./list-text.ts";

type Props = Omit<Text, "value" | "onChange"> & {
  readonly of: ListOf;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

/** Several values in one line. What is typed stays as it is typed; only what it means is told. */
export const ListField = ({ of, values, onChange, ...field }: Props) => {
  const [typed, setTyped] = useState(() => textOfValues(values));
  return (
    <TextField
      hint={of === "ids" ? texts.idsHint : texts.wordsHint}
      {...field}
      value={shownText(typed, values, of)}
      onChange={(text) => {
        setTyped(text);
        onChange(valuesIn(text, of));
      }}
    />
  );
};
