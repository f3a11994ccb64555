import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TimeInput from "@cloudscape-design/components/time-input";
import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { zone } from "../times.ts";
import { frame, type Text } from "./form-fields.tsx";
import { momentOf, type Typed, typedMoment } from "./moment.ts";

/** A moment (ISO 8601) as a day and a time in the person's zone; the value is empty until both are there. */
export const MomentField = (field: Text) => {
  const [typed, setTyped] = useState<Typed>(() => typedMoment(field.value));
  // Set from elsewhere, such as by a merge: what is typed gives way.
  const isOther = field.value !== "" && momentOf(typed) !== field.value;
  const shown = isOther ? typedMoment(field.value) : typed;
  const change = (next: Typed): void => {
    setTyped(next);
    const moment = momentOf(next);
    if (moment !== field.value) field.onChange(moment);
  };
  return (
    <FormField {...frame(field)} constraintText={zone()}>
      <SpaceBetween direction="horizontal" size="xs">
        <DateInput
          value={shown.day.replaceAll("-", "/")}
          placeholder="YYYY/MM/DD"
          ariaLabel={`${field.label}: ${texts.day}`}
          ariaRequired={field.isRequired === true}
          onChange={({ detail }) => change({ ...shown, day: detail.value.replaceAll("/", "-") })}
        />
        <TimeInput
          value={shown.time}
          format="hh:mm"
          placeholder="hh:mm"
          ariaLabel={`${field.label}: ${texts.time}`}
          ariaRequired={field.isRequired === true}
          onChange={({ detail }) => change({ ...shown, time: detail.value })}
        />
      </SpaceBetween>
    </FormField>
  );
};
