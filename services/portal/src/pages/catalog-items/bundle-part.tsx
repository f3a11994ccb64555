import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Field } from "../../../../../shared/forms/form.ts";
import { useRead } from "../../api/use-read.ts";
import { ChoiceField, ChoicesField, NumberField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { useRecords } from "../../parts/form/record-kinds.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { newPart } from "./new-rows.ts";
import { PartAnswer } from "./part-answer.tsx";
import { faultAt } from "./places.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { Rows } from "./rows.tsx";
import { fieldsIn, newUid, type TypedItem, type TypedPart } from "./typed-item.ts";

type One = {
  readonly part: TypedPart;
  readonly onChange: (part: TypedPart) => void;
  readonly nameOf: (part: TypedPart, at: number) => string;
};

const Answers = ({ part, onChange }: Omit<One, "nameOf">) => {
  const { catalogItemId } = part;
  const asked = catalogItemId === "" ? undefined : { params: { catalogItemId } };
  const { value } = useRead("GET /catalog-items/{catalogItemId}", asked, { everyMs: 0 });
  const questions = (value?.form?.sections.flatMap(({ fields }) => fields) ?? []) as readonly Field[];
  return (
    <fieldset className="section">
      <legend>
        <Box variant="awsui-key-label">{texts.answersOfPart}</Box>
      </legend>
      <Rows
        rows={part.answers}
        onChange={(answers) => onChange({ ...part, answers })}
        nameOf={(_, at) => texts.answer(at + 1)}
        add={{
          text: texts.addAnswer,
          make: () => ({ uid: newUid(), field: questions[0]?.key ?? "", from: "", value: "" }),
          isDisabled: questions.length === 0,
        }}
        most={30}
      >
        {(answer, _, change) => <PartAnswer answer={answer} onChange={change} questions={questions} />}
      </Rows>
    </fieldset>
  );
};

const PartEditor = ({ part, onChange, nameOf }: One) => {
  const designing = useDesigning();
  const { item, faults } = designing;
  const text = textsOf(designing, part, onChange);
  const before = item.bundle.slice(
    0,
    item.bundle.findIndex(({ uid }) => uid === part.uid),
  );
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <RecordField {...text("catalogItemId", texts.partItem)} of="catalog_item" isRequired />
        <NumberField {...text("quantity", texts.quantity)} isRequired />
        <ChoiceField {...text("approval", texts.approvedBy)} choices={choicesOf(texts.approvedByOf)} />
        <ChoicesField
          label={texts.afterParts}
          error={faultAt(faults, part.uid, "after")}
          choices={before.map((each, at) => ({ value: each.uid, text: nameOf(each, at) }))}
          value={part.after}
          onChange={(after) => onChange({ ...part, after })}
        />
      </ColumnLayout>
      <Answers part={part} onChange={onChange} />
      <ConditionEditor
        label={texts.onlyIf}
        condition={part.when}
        onChange={(when) => onChange({ ...part, when })}
        fields={fieldsIn(item)}
      />
    </SpaceBetween>
  );
};

/** The items that are ordered with it. */
export const BundlePart = ({ onChange }: { readonly onChange: (item: TypedItem) => void }) => {
  const { item } = useDesigning();
  const { choices } = useRecords("catalog_item");
  const nameOf = ({ catalogItemId }: TypedPart, at: number): string =>
    choices.find(({ id }) => id === catalogItemId)?.name ?? (catalogItemId || texts.part(at + 1));
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{texts.bundleLead}</Box>
      <Rows
        rows={item.bundle}
        onChange={(bundle) => onChange({ ...item, bundle })}
        nameOf={nameOf}
        leadOf={({ approval }) => texts.approvedByOf[approval] ?? ""}
        copy={(part) => ({ ...part, key: "" })}
        add={{ text: texts.addPart, make: newPart }}
        most={12}
      >
        {(part, _, change) => <PartEditor part={part} onChange={change} nameOf={nameOf} />}
      </Rows>
    </SpaceBetween>
  );
};
