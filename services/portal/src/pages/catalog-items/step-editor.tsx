import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import {
  ChoiceField,
  ChoicesField,
  NumberField,
  TextAreaField,
  TextField,
} from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { formTexts } from "./form-texts.ts";
import { hasModel, hasStockroom, isAutomated } from "./item-body.ts";
import { namesIn } from "./item-names.ts";
import { faultAt } from "./places.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { fieldsIn, type TypedStep } from "./typed-item.ts";

type Props = { readonly step: TypedStep; readonly onChange: (step: TypedStep) => void };

const none = { value: "", text: texts.none };

/** What only steps of its kind say. */
const OfKind = ({ step, onChange }: Props) => {
  const designing = useDesigning();
  const text = textsOf(designing, step, onChange);
  const fields = fieldsIn(designing.item).map(({ uid, label }) => ({ value: uid, text: label }));
  const { kind } = step;
  return (
    <>
      {hasModel(step) && <RecordField {...text("modelId", texts.modelId)} of="asset_model" />}
      {hasModel(step) && step.modelId === "" && (
        <ChoiceField {...text("modelField", texts.modelField)} choices={[none, ...fields]} />
      )}
      {hasStockroom(step) && <RecordField {...text("stockroomId", texts.stockroom)} of="stockroom" />}
      {kind === "return_asset" && (
        <ChoiceField {...text("assetField", texts.assetField)} choices={fields} isRequired />
      )}
      {kind === "open_change" && (
        <RecordField {...text("templateId", texts.template)} of="change_template" isRequired />
      )}
      {kind === "event" && <TextField {...text("name", texts.eventName)} isRequired />}
      {kind === "call" && <TextField {...text("url", texts.url, texts.urlHint)} isRequired />}
      {kind === "wait" && (
        <ChoiceField {...text("untilField", texts.untilField)} choices={[none, ...fields]} />
      )}
      {kind === "wait" && step.untilField === "" && (
        <>
          <TextField {...text("signal", texts.signal, texts.signalHint)} isRequired />
          <ChoiceField {...text("aboutField", texts.aboutField)} choices={[none, ...fields]} />
        </>
      )}
      {isAutomated(step) && (
        <ChoicesField
          label={texts.told}
          error={faultAt(designing.faults, step.uid, "values")}
          choices={fields}
          value={step.values}
          onChange={(values) => onChange({ ...step, values })}
        />
      )}
    </>
  );
};

/** One step of how an order is fulfilled. */
export const StepEditor = ({ step, onChange }: Props) => {
  const designing = useDesigning();
  const { item, faults } = designing;
  const text = textsOf(designing, step, onChange);
  const before = item.fulfilment.slice(
    0,
    item.fulfilment.findIndex(({ uid }) => uid === step.uid),
  );
  const derived = namesIn(item).get(step.uid) ?? "";
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <TextField {...text("title", texts.title)} isRequired />
        <ChoiceField {...text("kind", texts.kind)} choices={choicesOf(texts.stepKinds)} />
        <OfKind step={step} onChange={onChange} />
      </ColumnLayout>
      <TextAreaField {...text("description", texts.stepDescription)} rows={2} />
      <ColumnLayout columns={2}>
        <RecordField {...text("teamId", texts.stepTeam)} of="team" />
        <NumberField {...text("hours", texts.hours)} />
        <RecordField {...text("escalateTo", texts.escalateTo)} of="team" />
        <ChoicesField
          label={texts.after}
          error={faultAt(faults, step.uid, "after")}
          choices={before.map(({ uid, title }, at) => ({ value: uid, text: title || texts.step(at + 1) }))}
          value={step.after}
          onChange={(after) => onChange({ ...step, after })}
        />
        <TextField {...text("key", formTexts.key, formTexts.keyHint(derived))} placeholder={derived} />
      </ColumnLayout>
      <ConditionEditor
        label={texts.onlyIf}
        condition={step.when}
        onChange={(when) => onChange({ ...step, when })}
        fields={fieldsIn(item)}
      />
    </SpaceBetween>
  );
};
