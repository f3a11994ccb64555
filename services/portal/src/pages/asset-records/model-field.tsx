import { useWhole } from "../../api/use-whole.ts";
import { ChoiceField, type Text } from "../../parts/form/form-fields.tsx";
import { choicesWith } from "../../parts/form/who-choices.ts";
import { recordTexts as texts } from "./texts.ts";

type Props = Text & { readonly kinds: readonly string[] };

/** A model of some kinds, by its name. */
export const ModelField = ({ kinds, ...field }: Props) => {
  const { items } = useWhole("GET /asset-models", { query: { state: "active", limit: 100 } });
  const choices = items
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, name, kind, manufacturer }) => ({
      value: id,
      text: name,
      description: [texts.kindsShort[kind], manufacturer].filter(Boolean).join(", "),
    }));
  const nameOf = (id: string): string => items.find((each) => each.id === id)?.name ?? id;
  return <ChoiceField {...field} choices={choicesWith(choices, field.value, nameOf)} />;
};
