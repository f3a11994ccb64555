import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, rowsOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { ClassField } from "../configuration/class-field.tsx";
import { useClassName } from "../configuration/use-classes.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { modelTexts as texts } from "./texts.ts";

type Body = BodyOf<"POST /relation-types">;
type Pair = Body["allowed"][number];
export type TypedRelationType = Omit<Body, "id"> & { readonly id?: string };

const most = 100;

/** How a type of relation is read from both ends, who suffers, and what it is for. */
export const RelationTypeFields = ({ form }: { readonly form: Bound<TypedRelationType> }) => {
  const className = useClassName();
  const isNew = form.value.id !== undefined;
  return (
    <SpaceBetween size="m">
      <Container>
        <SpaceBetween size="m">
          {isNew && (
            <TextField
              {...textOf(form, "id", texts.id, texts.idHint.relationType)}
              isRequired
              onChange={(id) => form.set({ ...form.value, id })}
            />
          )}
          <ColumnLayout columns={2}>
            <TextField {...textOf(form, "name", texts.name, texts.nameHint)} isRequired />
            <TextField {...textOf(form, "reverseName", texts.reverseName, texts.reverseHint)} isRequired />
          </ColumnLayout>
          <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
          {isNew ? (
            <ChoiceField
              {...textOf(form, "impact", texts.impact, texts.impactHint)}
              choices={choicesOf(texts.impacts)}
              isRequired
            />
          ) : (
            <KeyValues columns={1} pairs={[[texts.impact, texts.impacts[form.value.impact]]]} />
          )}
        </SpaceBetween>
      </Container>
      <FormPart title={texts.allowed} lead={texts.allowedLead}>
        <RowList<Pair>
          rows={rowsOf(form, "allowed")}
          most={most}
          nameOf={({ from, to }) => texts.pair(className(from), className(to))}
          add={{ text: texts.addPair, make: () => ({ from: "ci", to: "ci" }) }}
        >
          {(row) => (
            <ColumnLayout columns={2}>
              <ClassField {...textOf(row, "from", texts.from)} withAbstract isRequired />
              <ClassField {...textOf(row, "to", texts.to)} withAbstract isRequired />
            </ColumnLayout>
          )}
        </RowList>
      </FormPart>
    </SpaceBetween>
  );
};
