import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Spinner from "@cloudscape-design/components/spinner";
import type { ReplyOf } from "../../api/request.ts";
import { useRead } from "../../api/use-read.ts";
import { type Bound, numberOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, DayField, NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { ListField } from "../../parts/form/list-field.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { inWords } from "../../parts/words.ts";
import type { Attributes } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";
import { configurationTexts } from "./texts.ts";

type Attribute = ReplyOf<"GET /ci-classes/{ciClassId}/schema">["attributes"][number];
type One = { readonly attribute: Attribute; readonly form: Bound<Attributes> };

const labelOf = ({ label, name, unit }: Attribute): string =>
  unit === undefined ? (label ?? inWords(name)) : `${label ?? inWords(name)} (${unit})`;

const hintOf = ({ presence, description }: Attribute): string | undefined =>
  [texts.attribute[presence], description].filter(Boolean).join(". ") || undefined;

const none = { value: "", text: texts.none };

/** A field for an attribute, by what kind of value it has. */
const AttributeField = ({ attribute, form }: One) => {
  const { name, kind, presence, choices = [] } = attribute;
  const isRequired = presence === "required";
  const field = { ...textOf(form, name, labelOf(attribute), hintOf(attribute)), isRequired };
  const optional = isRequired ? [] : [none];
  if (kind === "choice")
    return <ChoiceField {...field} choices={[...optional, ...choices.map((value) => ({ value }))]} />;
  if (kind === "boolean")
    return (
      <ChoiceField
        {...field}
        choices={[...optional, { value: "true", text: texts.yes }, { value: "false", text: texts.no }]}
        onChange={(text) => {
          const { [name]: _before, ...others } = form.value;
          form.set(text === "" ? others : { ...others, [name]: text === "true" });
        }}
      />
    );
  if (kind === "texts") {
    const { value, ...several } = severalOf(form, name, labelOf(attribute));
    return <ListField {...several} isRequired={isRequired} of="words" values={value} />;
  }
  if (kind === "integer" || kind === "number")
    return <NumberField {...field} {...numberOf(form, name, labelOf(attribute), hintOf(attribute))} />;
  if (kind === "date") return <DayField {...field} />;
  return kind === "instant" ? <MomentField {...field} /> : <TextField {...field} />;
};

type Props = { readonly classId: string; readonly form: Bound<Attributes> };

/** What a class asks for. */
export const AttributeFields = ({ classId, form }: Props) => {
  const asked = classId === "" ? undefined : { params: { ciClassId: classId } };
  const { value, problem, refresh } = useRead("GET /ci-classes/{ciClassId}/schema", asked, { everyMs: 0 });
  const attributes = value?.attributes ?? [];
  return (
    <FormPart title={texts.attributes} lead={texts.attributesLead}>
      {asked === undefined && <Box color="text-body-secondary">{texts.chooseClass}</Box>}
      <ProblemAlert problem={problem} onRetry={refresh} />
      {asked !== undefined && value === undefined && problem === undefined && <Spinner />}
      {value !== undefined && attributes.length === 0 && (
        <Box color="text-body-secondary">{configurationTexts.noAttributes}</Box>
      )}
      <ColumnLayout columns={2}>
        {attributes.map((each) => (
          <AttributeField key={`${classId} ${each.name}`} attribute={each} form={form} />
        ))}
      </ColumnLayout>
    </FormPart>
  );
};
