import {
  ChoiceField,
  ChoicesField,
  DayField,
  NumberField,
  TextAreaField,
  TextField,
} from "../../parts/form/form-fields.tsx";
import { useDesigning } from "./designing.ts";
import { formTexts as texts } from "./form-texts.ts";
import { faultAt } from "./places.ts";
import type { TypedField } from "./typed-item.ts";

type Props = { readonly field: TypedField; readonly onChange: (field: TypedField) => void };

const none = { value: "", text: texts.nothing };
const yesOrNo = [none, { value: "true", text: texts.yes }, { value: "false", text: texts.no }];

const componentOf = (type: TypedField["type"]) => {
  if (type === "long_text") return TextAreaField;
  if (type === "number") return NumberField;
  return type === "date" ? DayField : TextField;
};

/** What a field is answered with before anybody says something. */
export const DefaultEditor = ({ field, onChange }: Props) => {
  const { faults } = useDesigning();
  const { type, choices } = field;
  const set = (values: readonly string[]): void => onChange({ ...field, default: values });
  const common = { label: texts.beginsWith, error: faultAt(faults, field.uid, "default") };
  const options = choices.map(({ uid, label }, at) => ({
    value: uid,
    text: label || texts.choice(at + 1),
  }));
  if (type === "choices")
    return <ChoicesField {...common} choices={options} value={field.default} onChange={set} />;
  const one = {
    ...common,
    value: field.default[0] ?? "",
    onChange: (value: string) => set(value === "" ? [] : [value]),
  };
  if (type === "choice") return <ChoiceField {...one} choices={[none, ...options]} />;
  if (type === "boolean") return <ChoiceField {...one} choices={yesOrNo} />;
  const Component = componentOf(type);
  return <Component {...one} />;
};
