import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { type Bound, numberOf, partOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, ChoicesField, NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { ServicesField } from "../../parts/form/found-fields.tsx";
import { partTexts } from "../../texts/parts.ts";
import { changeTexts } from "../changes/texts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { firstHours, riskTexts as texts } from "./risk-texts.ts";
import { ruleTexts } from "./texts.ts";

export type RiskRule = Schemas["ChangeRiskSettings"]["rules"][number];
type When = RiskRule["when"];
type Hours = NonNullable<When["hours"]>;

export const risks = choicesOf(changeTexts.risks);
const none = { value: "", text: partTexts.none };

/** A list that names nothing is no condition. */
const some = (
  form: Bound<When>,
  name: "types" | "criticalities" | "serviceIds" | "categories",
  label: string,
) => {
  const field = severalOf(form, name, label);
  const { [name]: _none, ...rest } = form.value;
  return {
    ...field,
    onChange: (values: readonly string[]) => (values.length === 0 ? form.set(rest) : field.onChange(values)),
  };
};

/** The same with numbers, which fields show as text. */
const numbers = <T extends object>(form: Bound<T>, name: keyof T & string, label: string) => ({
  ...severalOf(form, name, label),
  value: ((form.value[name] ?? []) as readonly number[]).map(String),
  onChange: (values: readonly string[]) =>
    form.set({ ...form.value, [name]: values.length === 0 ? undefined : values.map(Number) }),
});

const HoursFields = ({ form }: { readonly form: Bound<Hours> }) => (
  <ColumnLayout columns={2}>
    <ChoicesField {...numbers(form, "weekdays", texts.weekdays)} choices={choicesOf(texts.weekdaysOf)} />
    <TextField {...textOf(form, "timeZone", texts.timeZone)} />
    <TextField {...textOf(form, "from", texts.from, texts.timeHint)} />
    <TextField {...textOf(form, "to", texts.to, texts.timeHint)} />
  </ColumnLayout>
);

const WhenFields = ({ form }: { readonly form: Bound<When> }) => {
  const { hours, ...rest } = form.value;
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={3}>
        <ChoicesField {...some(form, "types", texts.types)} choices={choicesOf(ruleTexts.types)} />
        <ChoicesField {...numbers(form, "impacts", texts.impacts)} choices={choicesOf(texts.levels)} />
        <ChoicesField
          {...some(form, "criticalities", texts.criticalities)}
          choices={choicesOf(texts.criticalitiesOf)}
        />
        <NumberField {...numberOf(form, "ciCount", texts.ciCount)} />
        <NumberField {...numberOf(form, "impactedCount", texts.impactedCount)} />
        <NumberField {...numberOf(form, "conflicts", texts.conflicts)} />
        <NumberField {...numberOf(form, "successBelow", texts.successBelow)} />
        <NumberField {...numberOf(form, "freezeWithinHours", texts.freezeWithin)} />
        <ChoiceField
          {...textOf(form, "withoutPlan", texts.withoutPlan)}
          choices={[none, ...choicesOf(ruleTexts.plans)]}
        />
      </ColumnLayout>
      <ServicesField {...some(form, "serviceIds", ruleTexts.services)} />
      <TextField
        {...textOf(form, "categories", texts.categories)}
        value={(form.value.categories ?? []).join(", ")}
        onChange={(text) => some(form, "categories", "").onChange(text === "" ? [] : text.split(/,\s?/))}
      />
      <ChoiceField
        label={texts.hours}
        value={hours === undefined ? "" : "hours"}
        choices={[none, { value: "hours", text: texts.inHours }]}
        onChange={(next) => form.set(next === "" ? rest : { ...rest, hours: firstHours() })}
      />
      {hours !== undefined && <HoursFields form={partOf(form, "hours") as Bound<Hours>} />}
    </SpaceBetween>
  );
};

/** When a rule holds, how risky a change is then, and how that is said. */
export const RiskRuleFields = ({ form }: { readonly form: Bound<RiskRule> }) => (
  <SpaceBetween size="m">
    <ColumnLayout columns={2}>
      <TextField {...textOf(form, "reason", texts.reason)} isRequired />
      <ChoiceField {...textOf(form, "risk", texts.risk)} choices={risks} isRequired />
    </ColumnLayout>
    <WhenFields form={partOf(form, "when") as Bound<When>} />
  </SpaceBetween>
);
