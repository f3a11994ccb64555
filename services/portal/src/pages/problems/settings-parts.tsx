import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, numberOf, partOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, NumberField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { type Kind, kinds, type TypedRule, type TypedSettings } from "./settings-form.ts";
import { settingsTexts as texts } from "./settings-texts.ts";
import { problemTexts } from "./texts.ts";

type Props = { readonly form: Bound<TypedSettings> };

const RuleFields = ({ form, kind }: Props & { readonly kind: Kind }) => {
  const rule = partOf(form, kind) as Bound<TypedRule>;
  const own: Bound<TypedRule> = { ...rule, path: `rules.${kind}.` };
  return (
    <ColumnLayout columns={3}>
      <ChoiceField {...textOf(rule, "mode", texts.kinds[kind] ?? kind)} choices={choicesOf(texts.modes)} />
      {rule.value.mode === "own" && (
        <>
          <NumberField {...numberOf(own, "similarIncidents", texts.similarIncidents)} isRequired />
          <NumberField {...numberOf(own, "windowDays", texts.windowDays)} isRequired />
        </>
      )}
    </ColumnLayout>
  );
};

/** What makes a candidate, and what is suspected to be behind it. */
export const RecurrencePart = ({ form }: Props) => (
  <FormPart title={texts.recurrence} lead={texts.recurrenceLead}>
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <NumberField
          {...numberOf(form, "similarIncidents", `${texts.own}: ${texts.similarIncidents}`)}
          isRequired
        />
        <NumberField {...numberOf(form, "windowDays", `${texts.own}: ${texts.windowDays}`)} isRequired />
      </ColumnLayout>
      {kinds.map((kind) => (
        <RuleFields key={kind} form={form} kind={kind} />
      ))}
      <ChoiceField
        {...textOf(form, "likeIncidents", texts.likeIncidents)}
        choices={choicesOf(texts.likeChoices)}
      />
      <NumberField {...numberOf(form, "causeHours", texts.causeHours)} />
    </SpaceBetween>
  </FormPart>
);

/** What the end of a problem means for what hangs on it. */
export const EndPart = ({ form }: Props) => (
  <FormPart title={texts.end}>
    <SpaceBetween size="m">
      <ChoiceField {...textOf(form, "heldIncidents", texts.held)} choices={choicesOf(texts.heldChoices)} />
      <ChoiceField {...textOf(form, "openTasks", texts.tasks)} choices={choicesOf(texts.taskChoices)} />
      <ChoiceField {...textOf(form, "fixedByChange", texts.fixed)} choices={choicesOf(texts.fixedChoices)} />
    </SpaceBetween>
  </FormPart>
);

const levels = ["1", "2", "3"] as const;
const priorities = [1, 2, 3, 4, 5].map((level) => ({
  value: String(level),
  text: problemTexts.priorities[level] ?? String(level),
}));

type Matrix = NonNullable<TypedSettings["matrix"]>;

/** Which priority impact and urgency make together. */
export const PriorityPart = ({ form }: Props) => {
  const matrix = partOf(form, "matrix") as Bound<Matrix>;
  return (
    <FormPart title={texts.priority} lead={texts.priorityLead}>
      <SpaceBetween size="m">
        {levels.map((impact) => (
          <ColumnLayout key={impact} columns={3}>
            {levels.map((urgency) => (
              <ChoiceField
                key={urgency}
                {...numberOf(
                  partOf(matrix, impact),
                  urgency,
                  texts.cell(problemTexts.levels[impact] ?? impact, problemTexts.levels[urgency] ?? urgency),
                )}
                choices={priorities}
              />
            ))}
          </ColumnLayout>
        ))}
      </SpaceBetween>
    </FormPart>
  );
};
