import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, partOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { PeopleField } from "../../parts/form/people-field.tsx";
import { useNames } from "../../parts/names/names.ts";
import { newRecurrence, type Recurrence, RecurrenceFields } from "./recurrence-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";

export type BoardBody = BodyOf<"POST /change-boards">;

const Schedule = ({ form }: { readonly form: Bound<BoardBody> }) => {
  const { meetings, ...rest } = form.value;
  return (
    <Container header={<Header variant="h2">{texts.meets}</Header>}>
      <SpaceBetween size="m">
        <ToggleField
          label={texts.meetsRegularly}
          value={meetings !== undefined}
          onChange={(on) => form.set(on ? { ...rest, meetings: newRecurrence() } : rest)}
        />
        {meetings !== undefined && <RecurrenceFields form={partOf(form, "meetings") as Bound<Recurrence>} />}
      </SpaceBetween>
    </Container>
  );
};

/** Everything that a board says. */
export const BoardFields = ({ form }: { readonly form: Bound<BoardBody> }) => {
  const name = useNames();
  const members = form.value.memberIds.map((id) => ({ value: id, text: name("person", id) }));
  return (
    <SpaceBetween size="m">
      <Container>
        <SpaceBetween size="m">
          <TextField {...textOf(form, "name", texts.name)} isRequired />
          <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
          <PeopleField {...severalOf(form, "memberIds", texts.members)} isRequired />
          <ChoiceField
            {...textOf(form, "chairId", texts.chair, texts.chairHint)}
            choices={members}
            isRequired
          />
          <TextField {...textOf(form, "place", texts.place)} />
        </SpaceBetween>
      </Container>
      <Schedule form={form} />
    </SpaceBetween>
  );
};
