import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TimeInput from "@cloudscape-design/components/time-input";
import { useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { zone } from "../times.ts";
import { frame, type Text } from "./form-fields.tsx";
import { momentOf, type Typed, typedMoment, typedWallTime, wallTimeOf } from "./moment.ts";

type Reading = {
  readonly typedOf: (value: string) => Typed;
  readonly textFrom: (typed: Typed) => string;
  /** By whose clock it is. */
  readonly clock: string;
};

const DayAndTime = ({ typedOf, textFrom, clock, ...field }: Text & Reading) => {
  const [typed, setTyped] = useState<Typed>(() => typedOf(field.value));
  // Set from elsewhere, such as by a merge: what is typed gives way.
  const isOther = field.value !== "" && textFrom(typed) !== field.value;
  const shown = isOther ? typedOf(field.value) : typed;
  const change = (next: Typed): void => {
    setTyped(next);
    const moment = textFrom(next);
    if (moment !== field.value) field.onChange(moment);
  };
  // Two fields: a control that shares its label with another one has no name of its own.
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <FormField {...frame(field)} label={`${field.label}: ${texts.day}`}>
        <DateInput
          value={shown.day.replaceAll("-", "/")}
          placeholder="YYYY/MM/DD"
          ariaRequired={field.isRequired === true}
          onChange={({ detail }) => change({ ...shown, day: detail.value.replaceAll("/", "-") })}
        />
      </FormField>
      <FormField label={`${field.label}: ${texts.time}`} constraintText={clock}>
        <TimeInput
          value={shown.time}
          format="hh:mm"
          placeholder="hh:mm"
          ariaRequired={field.isRequired === true}
          onChange={({ detail }) => change({ ...shown, time: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
};

/** A moment (ISO 8601) as a day and a time in the person's zone; the value is empty until both are there. */
export const MomentField = (field: Text) => (
  <DayAndTime {...field} typedOf={typedMoment} textFrom={momentOf} clock={zone()} />
);

/** A day and a time by a clock on some wall, `2027-01-01T20:00`, of which zone it is said elsewhere. */
export const WallTimeField = (field: Text) => (
  <DayAndTime {...field} typedOf={typedWallTime} textFrom={wallTimeOf} clock="" />
);
