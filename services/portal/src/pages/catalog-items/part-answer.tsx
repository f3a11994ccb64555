import type { Field } from "../../../../../shared/forms/form.ts";
import { ChoiceField, ChoicesField, TextField } from "../../parts/form/form-fields.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { formTexts } from "./form-texts.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { fieldsIn, type TypedAnswer } from "./typed-item.ts";

type Props = {
  readonly answer: TypedAnswer;
  readonly onChange: (answer: TypedAnswer) => void;
  /** The questions of the part's own form. */
  readonly questions: readonly Field[];
};

const yesOrNo = [
  { value: "true", text: formTexts.yes },
  { value: "false", text: formTexts.no },
];

const Value = ({ answer, onChange, questions }: Props) => {
  const question = questions.find(({ key }) => key === answer.field);
  const set = (value: TypedAnswer["value"]): void => onChange({ ...answer, value });
  const choices = (question?.choices ?? []).map(({ value, label }) => ({ value, text: label }));
  const common = { label: texts.value, value: [answer.value].flat().join(", ") };
  if (question?.type === "choices")
    return (
      <ChoicesField
        label={texts.value}
        choices={choices}
        value={[answer.value].flat().map(String).filter(Boolean)}
        onChange={set}
      />
    );
  if (question?.type === "choice") return <ChoiceField {...common} choices={choices} onChange={set} />;
  if (question?.type === "boolean")
    return <ChoiceField {...common} choices={yesOrNo} onChange={(next) => set(next === "true")} />;
  const asTyped = (text: string) =>
    question?.type === "number" && text.trim() !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
  return <TextField {...common} onChange={(next) => set(asTyped(next))} />;
};

/** An answer to a question of an item that comes with a bundle: always the same, or one of the bundle's own answers. */
export const PartAnswer = (props: Props) => {
  const { answer, onChange, questions } = props;
  const designing = useDesigning();
  const text = textsOf(designing, answer, onChange);
  const own = fieldsIn(designing.item).map(({ uid, label }) => ({ value: uid, text: texts.namedIn(label) }));
  return (
    <>
      <ChoiceField
        {...text("field", texts.question)}
        choices={questions.map(({ key, label }) => ({ value: key, text: label }))}
        onChange={(field) => onChange({ ...answer, field, value: "" })}
      />
      <ChoiceField {...text("from", texts.answeredBy)} choices={[{ value: "", text: texts.fixed }, ...own]} />
      {answer.from === "" && <Value {...props} />}
    </>
  );
};
