import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { type Designing, textsOf, useDesigning } from "./designing.ts";
import { FieldEditor } from "./field-editor.tsx";
import { formTexts as texts } from "./form-texts.ts";
import { newField, newSection } from "./new-rows.ts";
import { faultAt } from "./places.ts";
import { copyOfSection, movedField } from "./row-edits.ts";
import { Rows } from "./rows.tsx";
import { fieldsIn, type TypedField, type TypedItem, type TypedSection } from "./typed-item.ts";

type Sections = readonly TypedSection[];
type Props = { readonly onChange: (item: TypedItem) => void };
type One = {
  readonly section: TypedSection;
  readonly onChange: (section: TypedSection) => void;
  readonly onSections: (sections: Sections) => void;
};

const leadOf = ({ type, required, when }: TypedField): string =>
  [
    texts.types[type],
    ...(required ? [texts.requiredWord] : []),
    ...(when.tests.length > 0 ? [texts.conditionalWord] : []),
  ].join(", ");

/** Fields move through the whole form, from section to section. */
const moverOf = (sections: Sections, onSections: One["onSections"], { open }: Designing) => {
  const all = fieldsIn({ form: { sections } });
  const edge = (uid: string, by: -1 | 1): TypedField | undefined =>
    all[all.findIndex((each) => each.uid === uid) + by];
  return {
    can: (uid: string, by: -1 | 1) =>
      edge(uid, by) !== undefined || movedField(sections, uid, by) !== sections,
    move: (uid: string, by: -1 | 1) => {
      const next = movedField(sections, uid, by);
      const section = next.find(({ fields }) => fields.some((each) => each.uid === uid));
      if (section !== undefined) open(section.uid, true);
      onSections(next);
    },
  };
};

const SectionEditor = ({ section, onChange, onSections }: One) => {
  const designing = useDesigning();
  const { sections } = designing.item.form;
  const text = textsOf(designing, section, onChange);
  const all = fieldsIn(designing.item);
  const before = (uid: string): readonly TypedField[] =>
    all.slice(
      0,
      all.findIndex((each) => each.uid === uid),
    );
  const earlier = sections.slice(
    0,
    sections.findIndex(({ uid }) => uid === section.uid),
  );
  const error = faultAt(designing.faults, section.uid, "fields");
  return (
    <SpaceBetween size="m">
      <TextField {...text("title", texts.sectionTitle)} isRequired />
      <TextAreaField {...text("help", texts.sectionHelp)} rows={2} />
      <ConditionEditor
        label={texts.sectionShownIf}
        condition={section.when}
        onChange={(when) => onChange({ ...section, when })}
        fields={fieldsIn({ form: { sections: earlier } })}
      />
      {error !== undefined && <Box color="text-status-error">{error}</Box>}
      <Rows
        rows={section.fields}
        onChange={(fields) => onChange({ ...section, fields })}
        nameOf={({ label }, at) => label || texts.field(at + 1)}
        leadOf={leadOf}
        copy={(field) => ({ ...field, key: "", label: texts.copyOf(field.label) })}
        add={{ text: texts.addField, make: newField }}
        most={50}
        mover={moverOf(sections, onSections, designing)}
      >
        {(field, _, change) => <FieldEditor field={field} onChange={change} before={before(field.uid)} />}
      </Rows>
    </SpaceBetween>
  );
};

/** Sections and fields of the form that an order begins with. */
export const FormDesigner = ({ onChange }: Props) => {
  const { item } = useDesigning();
  const onSections = (sections: Sections): void => onChange({ ...item, form: { sections } });
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{texts.lead}</Box>
      <Rows
        rows={item.form.sections}
        onChange={onSections}
        nameOf={({ title }, at) => title || texts.section(at + 1)}
        leadOf={({ fields }) => texts.fieldsIn(fields.length)}
        copy={(section) => copyOfSection(section, texts.copyOf(section.title))}
        add={{ text: texts.addSection, make: newSection }}
        most={20}
      >
        {(section, _, change) => (
          <SectionEditor section={section} onChange={change} onSections={onSections} />
        )}
      </Rows>
    </SpaceBetween>
  );
};
