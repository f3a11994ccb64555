import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { type Bound, numberOf, textOf } from "../../parts/form/bound.ts";
import {
  ChoiceField,
  ChoicesField,
  DayField,
  NumberField,
  TextField,
} from "../../parts/form/form-fields.tsx";
import { WallTimeField } from "../../parts/form/moment-field.tsx";
import { zone } from "../../parts/times.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { nthDay, rulePart, rulesBy, withParts } from "./day-rule.ts";
import { timeTexts as texts } from "./time-texts.ts";

export type Recurrence = NonNullable<Schemas["ChangeWindow"]["recurrence"]>;

type Rule = { readonly rule: string; readonly onChange: (rule: string) => void };

export const newRecurrence = (): Recurrence => ({
  rule: rulesBy.WEEKLY ?? "",
  start: "",
  timeZone: zone(),
  durationMinutes: 60,
});

const Weekly = ({ rule, onChange }: Rule) => (
  <ChoicesField
    label={texts.onWeekdays}
    choices={choicesOf(texts.weekdays)}
    value={rulePart(rule, "BYDAY").split(",").filter(Boolean)}
    onChange={(days) => onChange(withParts(rule, { BYDAY: days.join(",") }))}
  />
);

const Monthly = ({ rule, onChange }: Rule) => {
  const { nth, weekday } = nthDay(rule);
  const isByWeekday = rulePart(rule, "BYMONTHDAY") === "";
  const byWeekday = (which: string, day: string) =>
    onChange(withParts(rule, { BYMONTHDAY: "", BYSETPOS: "", BYDAY: `${which}${day}` }));
  return (
    <>
      <ChoiceField
        label={texts.which}
        choices={choicesOf(texts.nths)}
        value={isByWeekday ? nth : "day"}
        onChange={(next) =>
          next === "day"
            ? onChange(withParts(rule, { BYDAY: "", BYSETPOS: "", BYMONTHDAY: "1" }))
            : byWeekday(next, weekday)
        }
      />
      {isByWeekday ? (
        <ChoiceField
          label={texts.weekday}
          choices={choicesOf(texts.weekdays)}
          value={weekday}
          onChange={(next) => byWeekday(nth, next)}
        />
      ) : (
        <NumberField
          label={texts.monthDay}
          value={rulePart(rule, "BYMONTHDAY")}
          onChange={(next) => onChange(withParts(rule, { BYMONTHDAY: next }))}
        />
      )}
    </>
  );
};

const Yearly = ({ rule, onChange }: Rule) => (
  <>
    <ChoiceField
      label={texts.month}
      choices={choicesOf(texts.months)}
      value={rulePart(rule, "BYMONTH")}
      onChange={(next) => onChange(withParts(rule, { BYMONTH: next }))}
    />
    <NumberField
      label={texts.monthDay}
      value={rulePart(rule, "BYMONTHDAY")}
      onChange={(next) => onChange(withParts(rule, { BYMONTHDAY: next }))}
    />
  </>
);

const untilDay = (rule: string): string =>
  rulePart(rule, "UNTIL").replace(/^(\d{4})(\d{2})(\d{2}).*$/, "$1-$2-$3");

const RuleFields = ({ rule, onChange }: Rule) => {
  const frequency = rulePart(rule, "FREQ");
  return (
    <ColumnLayout columns={3}>
      <ChoiceField
        label={texts.comes}
        choices={choicesOf(texts.frequencies)}
        value={frequency}
        onChange={(next) => onChange(rulesBy[next] ?? rule)}
      />
      {frequency === "WEEKLY" && <Weekly rule={rule} onChange={onChange} />}
      {frequency === "MONTHLY" && <Monthly rule={rule} onChange={onChange} />}
      {frequency === "YEARLY" && <Yearly rule={rule} onChange={onChange} />}
      <NumberField
        label={texts.interval}
        hint={texts.intervalHint}
        value={rulePart(rule, "INTERVAL") || "1"}
        onChange={(next) => onChange(withParts(rule, { INTERVAL: next === "1" ? "" : next }))}
      />
      <DayField
        label={texts.until}
        value={untilDay(rule)}
        onChange={(next) => onChange(withParts(rule, { UNTIL: next.replaceAll("-", "") }))}
      />
    </ColumnLayout>
  );
};

const zones = (): readonly { readonly value: string; readonly text: string }[] =>
  Intl.supportedValuesOf("timeZone").map((value) => ({ value, text: value }));

/** When something comes again: by fields for what is usual, and by the rule itself for the rest. */
export const RecurrenceFields = ({ form }: { readonly form: Bound<Recurrence> }) => {
  const { value, set } = form;
  return (
    <SpaceBetween size="m">
      <RuleFields rule={value.rule} onChange={(rule) => set({ ...value, rule })} />
      <ColumnLayout columns={3}>
        <WallTimeField {...textOf(form, "start", texts.firstTime)} isRequired />
        <NumberField {...numberOf(form, "durationMinutes", texts.minutes)} isRequired />
        <ChoiceField {...textOf(form, "timeZone", texts.timeZone)} choices={zones()} />
      </ColumnLayout>
      <TextField {...textOf(form, "rule", texts.rule, texts.ruleHint)} isRequired />
    </SpaceBetween>
  );
};
