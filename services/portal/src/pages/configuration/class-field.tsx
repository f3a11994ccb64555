import { ChoiceField, type Text } from "../../parts/form/form-fields.tsx";
import { useClasses, useClassName } from "./use-classes.ts";

/** A class that items can be of, with the one that it is below. */
export const ClassField = (field: Text) => {
  const className = useClassName();
  const classes = useClasses().value?.classes ?? [];
  const choices = classes
    .filter(({ abstract, state }) => !abstract && state === "active")
    .map(({ id, name, parentId }) => ({ value: id, text: name, description: className(parentId) }))
    .toSorted((one, other) => one.text.localeCompare(other.text));
  return <ChoiceField {...field} choices={choices} />;
};
