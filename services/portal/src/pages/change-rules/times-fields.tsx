import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, partOf, textOf } from "../../parts/form/bound.ts";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { newRecurrence, type Recurrence, RecurrenceFields } from "./recurrence-fields.tsx";
import { timeTexts as texts } from "./time-texts.ts";

/** Once from one moment to another, or again and again. */
export type Times = {
  readonly from?: string;
  readonly to?: string;
  readonly recurrence?: Recurrence;
};

/** When a freeze or a window holds. */
export const TimesFields = ({ form }: { readonly form: Bound<Times> }) => {
  const { value, set } = form;
  const { recurrence, from: _from, to: _to, ...rest } = value;
  const isAgain = recurrence !== undefined;
  return (
    <Container header={<Header variant="h2">{texts.when}</Header>}>
      <SpaceBetween size="m">
        <RadioGroup
          ariaLabel={texts.when}
          value={isAgain ? "again" : "once"}
          items={[
            { value: "once", label: texts.once },
            { value: "again", label: texts.again },
          ]}
          onChange={({ detail }) =>
            set(detail.value === "again" ? { ...rest, recurrence: newRecurrence() } : rest)
          }
        />
        {isAgain ? (
          <RecurrenceFields form={partOf(form, "recurrence") as Bound<Recurrence>} />
        ) : (
          <ColumnLayout columns={2}>
            <MomentField {...textOf(form, "from", texts.from)} isRequired />
            <MomentField {...textOf(form, "to", texts.to)} isRequired />
          </ColumnLayout>
        )}
      </SpaceBetween>
    </Container>
  );
};
