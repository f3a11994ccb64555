import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, numberOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { CisField } from "../../parts/form/cis-field.tsx";
import { ChoiceField, NumberField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { CiNames } from "../../parts/names/ci-name.tsx";
import { When } from "../../parts/when.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { BaselineBody } from "./baseline.ts";
import { baselineTexts as texts } from "./texts.ts";

type Props = { readonly form: Bound<BaselineBody> };

const Called = ({ form }: Props) => (
  <Container>
    <SpaceBetween size="m">
      <TextField {...textOf(form, "name", texts.name)} isRequired />
      <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
    </SpaceBetween>
  </Container>
);

/** What a new baseline holds fast. */
export const NewBaselineFields = ({ form }: Props) => (
  <SpaceBetween size="m">
    <Called form={form} />
    <FormPart title={texts.what} lead={texts.whatLead}>
      <SpaceBetween size="m">
        <CisField {...severalOf(form, "ciIds", texts.cis)} />
        <ColumnLayout columns={2}>
          <ChoiceField
            {...textOf(form, "direction", texts.direction)}
            choices={choicesOf(texts.directions)}
          />
          <NumberField {...numberOf(form, "depth", texts.depth)} />
        </ColumnLayout>
        <MomentField {...textOf(form, "at", texts.at, texts.atHint)} />
      </SpaceBetween>
    </FormPart>
  </SpaceBetween>
);

/** What one is called, and what it holds fast for good. */
export const TakenBaselineFields = ({ form }: Props) => {
  const { ciIds, direction = "upstream", depth, at } = form.value;
  return (
    <SpaceBetween size="m">
      <Called form={form} />
      <FormPart title={texts.what} lead={texts.whatLead}>
        <KeyValues
          columns={4}
          pairs={[
            [texts.cis, <CiNames key="cis" ids={ciIds} />],
            [texts.direction, texts.directions[direction]],
            [texts.depth, depth],
            [texts.at, <When key="at" at={at} />],
          ]}
        />
      </FormPart>
    </SpaceBetween>
  );
};
