import Box from "@cloudscape-design/components/box";
import { useState } from "react";
import type { Scalar } from "../../../../../shared/forms/form.ts";
import { ChoiceField, ChoicesField, NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { valueText } from "./changes.ts";
import { type Designing, textsOf, useDesigning } from "./designing.ts";
import { hasChoices } from "./form-body.ts";
import { formTexts as texts } from "./form-texts.ts";
import { faultAt } from "./places.ts";
import { fieldsIn, type TypedField, type TypedTest } from "./typed-item.ts";

type Props = {
  readonly test: TypedTest;
  readonly onChange: (test: TypedTest) => void;
  readonly fields: readonly TypedField[];
};

type Asked = Pick<Props, "test" | "onChange"> & {
  readonly field: TypedField | undefined;
  readonly error: string | undefined;
};

const valuesIn = (text: string, isNumber: boolean): readonly Scalar[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => (isNumber && !Number.isNaN(Number(each)) ? Number(each) : each));

/** What is typed stays as it is typed, also a comma after which nothing comes yet. */
const TypedValues = ({ test, onChange, field, error }: Asked) => {
  const [typed, setTyped] = useState("");
  const isNumber = field?.type === "number";
  const isTyped = valuesIn(typed, isNumber).join() === test.values.join();
  return (
    <TextField
      label={texts.values}
      hint={texts.valuesHint}
      error={error}
      value={isTyped ? typed : test.values.join(", ")}
      onChange={(next) => {
        setTyped(next);
        onChange({ ...test, values: valuesIn(next, isNumber) });
      }}
    />
  );
};

const Values = (asked: Asked) => {
  const { test, onChange, field, error } = asked;
  if (field?.type === "boolean")
    return (
      <ChoiceField
        label={texts.values}
        error={error}
        choices={[
          { value: "true", text: texts.yes },
          { value: "false", text: texts.no },
        ]}
        value={test.values.length === 0 ? "" : String(test.values[0])}
        onChange={(next) => onChange({ ...test, values: [next === "true"] })}
      />
    );
  if (field === undefined || !hasChoices(field.type)) return <TypedValues key={field?.uid} {...asked} />;
  return (
    <ChoicesField
      label={texts.values}
      error={error}
      choices={field.choices.map(({ uid, label }, at) => ({
        value: uid,
        text: label || texts.choice(at + 1),
      }))}
      value={test.values.map(String)}
      onChange={(values) => onChange({ ...test, values })}
    />
  );
};

const opsFor = (field: TypedField | undefined) =>
  choicesOf(texts.ops).filter(({ value }) => value !== "between" || field?.type === "number");

/** The fields that come before; one that is asked about already and does not is still called by its name. */
const askable = ({ item }: Designing, { field }: TypedTest, fields: readonly TypedField[]) => {
  const all = fieldsIn(item);
  const shown = all.filter((each) => fields.includes(each) || each.uid === field);
  return shown.map(({ uid, label }) => ({
    value: uid,
    text: label || texts.field(all.findIndex((each) => each.uid === uid) + 1),
  }));
};

/** One question about the answer to a field before. */
export const TestEditor = ({ test, onChange, fields }: Props) => {
  const designing = useDesigning();
  const field = fieldsIn(designing.item).find(({ uid }) => uid === test.field);
  const text = textsOf(designing, test, onChange);
  const { op, also } = test;
  const error = faultAt(designing.faults, test.uid, "values");
  return (
    <>
      <ChoiceField
        {...text("field", texts.testField)}
        choices={askable(designing, test, fields)}
        onChange={(next) => onChange({ ...test, field: next, op: "is", values: [] })}
      />
      <ChoiceField {...text("op", texts.testOp)} choices={opsFor(field)} />
      {(op === "is" || op === "isNot") && (
        <Values test={test} onChange={onChange} field={field} error={error} />
      )}
      {op === "between" && (
        <>
          <NumberField {...text("from", texts.from)} />
          <NumberField {...text("to", texts.to)} />
        </>
      )}
      {also !== undefined && <Box color="text-body-secondary">{texts.also(valueText(also))}</Box>}
    </>
  );
};
