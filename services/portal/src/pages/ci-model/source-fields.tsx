import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, numberOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, NumberField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { importTexts } from "../ci-imports/texts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { TypedSource } from "./source-form.ts";
import { modelTexts as texts } from "./texts.ts";

type Props = { readonly form: Bound<TypedSource> };

/** Words of the source and ours: what the API says of them is about the mapping. */
const mapOf = (
  form: Bound<TypedSource>,
  name: "classes" | "relations" | "attributes" | "defaults",
  label: string,
  hint: string,
) => ({
  ...textOf(form, name, label, hint),
  name: `mapping.${name}`,
  onChange: (text: string) => form.set({ ...form.value, [name]: text }),
});

/** How a source is called, read, and when its silence means something. */
export const SourceFields = ({ form }: Props) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        {form.value.id !== undefined && (
          <TextField {...textOf(form, "id", texts.id, texts.idHint.source)} isRequired />
        )}
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
        <ColumnLayout columns={2}>
          <ChoiceField
            {...textOf(form, "format", texts.format)}
            choices={choicesOf(importTexts.formats)}
            isRequired
          />
          <NumberField {...numberOf(form, "staleAfterDays", texts.stale)} />
        </ColumnLayout>
        <ChoiceField
          {...textOf(form, "relationsAre", texts.relationsAre)}
          choices={choicesOf(texts.relationsAreChoices)}
        />
      </SpaceBetween>
    </Container>
    <FormPart title={texts.mapping} lead={texts.mappingLead}>
      <ColumnLayout columns={2}>
        <TextAreaField {...mapOf(form, "classes", texts.mapClasses, texts.mapClassesHint)} />
        <TextAreaField {...mapOf(form, "relations", texts.mapRelations, texts.mapRelationsHint)} />
        <TextAreaField {...mapOf(form, "attributes", texts.mapAttributes, texts.mapAttributesHint)} />
        <TextAreaField {...mapOf(form, "defaults", texts.mapDefaults, texts.mapDefaultsHint)} />
      </ColumnLayout>
    </FormPart>
  </SpaceBetween>
);
