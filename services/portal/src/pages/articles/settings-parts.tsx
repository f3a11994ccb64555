import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, numberOf, partOf, rowsOf, severalOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import {
  ChoicesField,
  NumberField,
  TextAreaField,
  TextField,
  ToggleField,
} from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { TeamsField } from "../../parts/form/found-fields.tsx";
import { ListField } from "../../parts/form/list-field.tsx";
import { PeopleField } from "../../parts/form/people-field.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { incidentTexts } from "../incidents/texts.ts";
import type { Reviewers, TypedSettings } from "./settings-form.ts";
import { settingsTexts as texts } from "./settings-texts.ts";

type Props = { readonly form: Bound<TypedSettings> };

/** As many categories as the API takes. */
const mostCategories = 100;

/** Who is asked to review what. */
export const ReviewersPart = ({ form }: Props) => (
  <FormPart title={texts.reviewers} lead={texts.reviewersLead}>
    <RowList<Reviewers>
      rows={rowsOf(form, "reviewers")}
      nameOf={({ category = "" }) => (category === "" ? texts.newCategory : texts.reviewersOf(category))}
      add={{ text: texts.addReviewers, make: () => ({ category: "" }) }}
      most={mostCategories}
    >
      {(row) => (
        <SpaceBetween size="s">
          <TextField {...textOf(row, "category", texts.category)} isRequired />
          <ColumnLayout columns={2}>
            <PeopleField {...severalOf(row, "personIds", texts.people)} />
            <TeamsField {...severalOf(row, "teamIds", texts.teams)} />
          </ColumnLayout>
        </SpaceBetween>
      )}
    </RowList>
  </FormPart>
);

/** How long articles are valid. */
export const ValidityPart = ({ form }: Props) => (
  <FormPart title={texts.validity} lead={texts.validityLead}>
    <ColumnLayout columns={2}>
      <NumberField {...numberOf(form, "validDays", texts.validDays, texts.validHint)} />
      <NumberField {...numberOf(form, "remindDays", texts.remindDays, texts.usual(30))} />
    </ColumnLayout>
  </FormPart>
);

/** Which words and languages go together. */
export const WordsPart = ({ form }: Props) => (
  <FormPart title={texts.words}>
    <SpaceBetween size="m">
      <TextAreaField {...textOf(form, "synonyms", texts.synonyms, texts.synonymsHint)} rows={8} />
      <ListField
        label={texts.languages}
        hint={texts.languagesHint}
        name="languages"
        problem={form.problem}
        of="ids"
        values={form.value.languages ?? []}
        onChange={(languages) => form.set({ ...form.value, languages })}
      />
    </SpaceBetween>
  </FormPart>
);

/** When resolutions become drafts. */
export const ProposalsPart = ({ form }: Props) => {
  const proposals = partOf(form, "proposals");
  return (
    <FormPart title={texts.proposals} lead={texts.proposalsLead}>
      <SpaceBetween size="m">
        <ToggleField {...toggleOf(proposals, "enabled", texts.enabled)} />
        <ColumnLayout columns={3}>
          <NumberField {...numberOf(proposals, "repeats", texts.repeats, texts.usual(3))} />
          <NumberField {...numberOf(proposals, "windowDays", texts.windowDays, texts.usual(30))} />
          <NumberField {...numberOf(proposals, "leastCharacters", texts.leastCharacters, texts.usual(80))} />
        </ColumnLayout>
        <ChoicesField
          {...severalOf(proposals, "withoutCodes", texts.withoutCodes)}
          choices={choicesOf(incidentTexts.codes)}
        />
      </SpaceBetween>
    </FormPart>
  );
};

/** What is counted, and for how long. */
export const MeasuresPart = ({ form }: Props) => (
  <FormPart title={texts.measures}>
    <ColumnLayout columns={2}>
      <NumberField {...numberOf(form, "deflectionHours", texts.deflectionHours, texts.usual(24))} />
      <NumberField {...numberOf(form, "searchLogDays", texts.searchLogDays, texts.usual(30))} />
    </ColumnLayout>
  </FormPart>
);
