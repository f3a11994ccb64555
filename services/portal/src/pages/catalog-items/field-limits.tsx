import ColumnLayout from "@cloudscape-design/components/column-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { NumberField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { isText } from "./form-body.ts";
import { formTexts as texts } from "./form-texts.ts";
import { namesIn } from "./item-names.ts";
import type { TypedField } from "./typed-item.ts";

type Props = { readonly field: TypedField; readonly onChange: (field: TypedField) => void };

/** What an answer may be, and what the field is called in data. */
export const FieldLimits = ({ field, onChange }: Props) => {
  const designing = useDesigning();
  const text = textsOf(designing, field, onChange);
  const { type, uid } = field;
  const derived = namesIn(designing.item).get(uid) ?? "";
  const isFaulty = designing.faults.some(
    (fault) => fault.uid === uid && /^(min|max|pattern|regex|message|key)/.test(fault.name),
  );
  const [isOpen, setOpen] = useState(false);
  // It stays open once something in it was wrong: nobody types in what closes under them.
  if (isFaulty && !isOpen) setOpen(true);
  return (
    <ExpandableSection
      headerText={texts.limits}
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          {type === "number" && <NumberField {...text("min", texts.min)} />}
          {type === "number" && <NumberField {...text("max", texts.max)} />}
          {isText(type) && <NumberField {...text("minLength", texts.minLength)} />}
          {isText(type) && <NumberField {...text("maxLength", texts.maxLength)} />}
          {isText(type) && <TextField {...text("regex", texts.regex, texts.regexHint)} />}
          {isText(type) && field.regex !== "" && <TextField {...text("message", texts.message)} />}
        </ColumnLayout>
        {type === "number" && (
          <ToggleField
            label={texts.whole}
            value={field.whole}
            onChange={(whole) => onChange({ ...field, whole })}
          />
        )}
        <TextField {...text("key", texts.key, texts.keyHint(derived))} placeholder={derived} />
      </SpaceBetween>
    </ExpandableSection>
  );
};
