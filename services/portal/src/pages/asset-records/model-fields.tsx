import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, numberOf, partOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import {
  ChoiceField,
  NumberField,
  TextAreaField,
  TextField,
  ToggleField,
} from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { useClasses } from "../configuration/use-classes.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { recordTexts as texts } from "./texts.ts";

export type ModelBody = BodyOf<"POST /asset-models">;
type Form = { readonly form: Bound<ModelBody> };

const ClassField = ({ form }: Form) => {
  const classes = useClasses().value?.classes ?? [];
  const choices = classes
    .filter(({ abstract }) => abstract !== true)
    .map(({ id, name }) => ({ value: id, text: name }));
  return (
    <ChoiceField
      {...textOf(form, "ciClassId", texts.ciClass, texts.ciClassHint)}
      choices={[{ value: "", text: texts.noClass }, ...choices]}
    />
  );
};

const Value = ({ form }: Form) => {
  const { depreciation, ...rest } = form.value;
  const terms = partOf(form, "depreciation");
  return (
    <FormPart title={texts.value}>
      <SpaceBetween size="m">
        <ToggleField
          label={texts.depreciates}
          value={depreciation !== undefined}
          onChange={(on) =>
            form.set(on ? { ...rest, depreciation: { method: "straight_line", months: 36 } } : rest)
          }
        />
        {depreciation !== undefined && (
          <ColumnLayout columns={2}>
            <ChoiceField {...textOf(terms, "method", texts.method)} choices={choicesOf(texts.methods)} />
            <NumberField {...numberOf(terms, "months", texts.months)} isRequired />
            <NumberField {...numberOf(terms, "salvagePercent", texts.salvage)} />
            {depreciation.method === "declining_balance" && (
              <NumberField {...numberOf(terms, "factor", texts.factor)} />
            )}
          </ColumnLayout>
        )}
      </SpaceBetween>
    </FormPart>
  );
};

const Hardware = ({ form }: Form) => (
  <SpaceBetween size="m">
    <FormPart title={texts.kindsShort.hardware ?? ""}>
      <SpaceBetween size="m">
        <ToggleField {...toggleOf(form, "requestable", texts.requestable)} />
        <TextAreaField {...textOf(form, "acceptance", texts.acceptance, texts.acceptanceHint)} rows={3} />
        <ColumnLayout columns={2}>
          <NumberField {...numberOf(form, "warrantyMonths", texts.warrantyMonths)} />
          <ClassField form={form} />
        </ColumnLayout>
      </SpaceBetween>
    </FormPart>
    <Value form={form} />
  </SpaceBetween>
);

const Software = ({ form }: Form) => (
  <FormPart title={texts.licences}>
    <ColumnLayout columns={2}>
      <ChoiceField {...textOf(form, "metric", texts.metric)} choices={choicesOf(texts.metrics)} />
      {form.value.metric === "core" && <NumberField {...numberOf(form, "coreMinimum", texts.coreMinimum)} />}
      <NumberField {...numberOf(form, "underUsedBelow", texts.underUsedBelow)} />
    </ColumnLayout>
  </FormPart>
);

/** Everything that holds for each asset of a model. */
export const ModelFields = ({ form }: Form) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <ChoiceField {...textOf(form, "kind", texts.kind)} choices={choicesOf(texts.kinds)} isRequired />
        <ColumnLayout columns={2}>
          <TextField {...textOf(form, "manufacturer", texts.manufacturer)} />
          <TextField {...textOf(form, "modelNumber", texts.modelNumber)} />
          <TextField {...textOf(form, "category", texts.category, texts.categoryHint)} />
          <RecordField {...textOf(form, "vendorId", texts.vendor, texts.vendorHint)} of="vendor" />
        </ColumnLayout>
      </SpaceBetween>
    </Container>
    {form.value.kind === "hardware" && <Hardware form={form} />}
    {form.value.kind === "software" && <Software form={form} />}
  </SpaceBetween>
);
