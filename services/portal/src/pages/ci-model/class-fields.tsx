import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, rowsOf, severalOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { ListField } from "../../parts/form/list-field.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { ClassField } from "../configuration/class-field.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { Attribute, TypedClass } from "./class-form.ts";
import { modelTexts as texts } from "./texts.ts";

const most = 60;

const AttributeRow = ({ form }: { readonly form: Bound<Attribute> }) => {
  const { value: choices, ...several } = severalOf(form, "choices", texts.choices);
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={3}>
        <TextField {...textOf(form, "name", texts.attribute, texts.attributeHint)} isRequired />
        <TextField {...textOf(form, "label", texts.label)} />
        <TextField {...textOf(form, "unit", texts.unit)} />
        <ChoiceField {...textOf(form, "kind", texts.kind)} choices={choicesOf(texts.kinds)} isRequired />
        <ChoiceField {...textOf(form, "presence", texts.presence)} choices={choicesOf(texts.presences)} />
        {form.value.kind === "choice" && <ListField {...several} of="words" values={choices} />}
      </ColumnLayout>
      <TextField {...textOf(form, "description", texts.description)} />
    </SpaceBetween>
  );
};

/** What a class is called, what it is below, and what it asks for. */
export const ClassFields = ({ form }: { readonly form: Bound<TypedClass> }) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        {form.value.id !== undefined && (
          <ColumnLayout columns={2}>
            <TextField
              {...textOf(form, "id", texts.id, texts.idHint.class)}
              isRequired
              onChange={(id) => form.set({ ...form.value, id })}
            />
            <ClassField
              {...textOf(form, "parentId", texts.parent, texts.parentHint)}
              withAbstract
              isRequired
            />
          </ColumnLayout>
        )}
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
        <ToggleField {...toggleOf(form, "abstract", texts.abstract)} />
        <TextAreaField
          {...textOf(form, "identifiers", texts.identifiers, texts.identifiersHint)}
          rows={2}
          onChange={(identifiers) => form.set({ ...form.value, identifiers })}
        />
      </SpaceBetween>
    </Container>
    <FormPart title={texts.attributes} lead={texts.attributesLead}>
      <RowList<Attribute>
        rows={rowsOf(form, "attributes")}
        most={most}
        folds
        nameOf={({ name, label }) => label || name || texts.attribute}
        add={{ text: texts.addAttribute, make: () => ({ name: "", kind: "text", presence: "optional" }) }}
      >
        {(row) => <AttributeRow form={row} />}
      </RowList>
    </FormPart>
  </SpaceBetween>
);
