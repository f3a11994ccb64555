import ColumnLayout from "@cloudscape-design/components/column-layout";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { CiBody } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";

type Redundancy = NonNullable<CiBody["redundancy"]>[number];

const most = 20;

const GroupFields = ({ form }: { readonly form: Bound<Redundancy> }) => {
  const { needed } = form.value;
  const by = "percent" in needed ? "percent" : "atLeast";
  const amount = "percent" in needed ? needed.percent : needed.atLeast;
  const set = (key: string, value: number): void =>
    form.set({ ...form.value, needed: { [key]: value } as Redundancy["needed"] });
  return (
    <ColumnLayout columns={3}>
      <TextField {...textOf(form, "group", texts.group, texts.groupHint)} isRequired />
      <ChoiceField
        label={texts.needed}
        value={by}
        choices={choicesOf(texts.neededBy)}
        onChange={(key) => set(key, amount)}
      />
      <NumberField
        label={texts.amount}
        name={`${form.path ?? ""}needed.${by}`}
        problem={form.problem}
        value={String(amount)}
        onChange={(text) => set(by, Number(text))}
      />
    </ColumnLayout>
  );
};

/** How much of the groups of items that it needs has to be there. */
export const RedundancyFields = ({ rows }: { readonly rows: Bound<readonly Redundancy[]> }) => (
  <FormPart title={texts.redundancy} lead={texts.redundancyLead}>
    <RowList
      rows={rows}
      most={most}
      nameOf={({ group }) => group || texts.group}
      add={{ text: texts.addGroup, make: () => ({ group: "", needed: { atLeast: 1 } }) }}
    >
      {(form) => <GroupFields form={form} />}
    </RowList>
  </FormPart>
);
