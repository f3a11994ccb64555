import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { NumberField } from "../../parts/form/form-fields.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { fieldsIn, type TypedApproval, type TypedAuto } from "./typed-item.ts";

type Bounded = TypedApproval | TypedAuto;
type Props<R extends Bounded> = { readonly row: R; readonly onChange: (row: R) => void };

/** To which orders a rule applies: by their answers, and by what they cost. */
export const BoundsFields = <R extends Bounded>({ row, onChange }: Props<R>) => {
  const designing = useDesigning();
  const { item } = designing;
  const text = textsOf<Bounded>(designing, row, onChange as (row: Bounded) => void);
  return (
    <SpaceBetween size="m">
      <ConditionEditor
        label={texts.onlyIf}
        condition={row.when}
        onChange={(when) => onChange({ ...row, when })}
        fields={fieldsIn(item)}
      />
      <ColumnLayout columns={2}>
        <NumberField {...text("costAtLeast", texts.costAtLeast(item.currency))} />
        <NumberField {...text("costAtMost", texts.costAtMost(item.currency))} />
      </ColumnLayout>
    </SpaceBetween>
  );
};
