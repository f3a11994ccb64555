import { ChoiceField, type Text } from "../../parts/form/form-fields.tsx";
import { useClasses, useClassName } from "./use-classes.ts";

type Props = Text & {
  /** Those that only group others, too. */
  readonly withAbstract?: boolean;
};

/** A class that items can be of, with the one that it is below. */
export const ClassField = ({ withAbstract = false, ...field }: Props) => {
  const className = useClassName();
  const classes = useClasses().value?.classes ?? [];
  const choices = classes
    .filter(({ abstract, state }) => (withAbstract || !abstract) && state === "active")
    .map(({ id, name, parentId }) => ({ value: id, text: name, description: className(parentId) }))
    .toSorted((one, other) => one.text.localeCompare(other.text));
  return <ChoiceField {...field} choices={choices} />;
};
