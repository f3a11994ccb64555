import ColumnLayout from "@cloudscape-design/components/column-layout";
import { ChoiceField } from "../../parts/form/form-fields.tsx";
import { useNames } from "../../parts/names/names.ts";
import { inWords } from "../../parts/words.ts";
import { goTo } from "../../shell/follow.ts";
import { type CalendarFilter, type FilterKey, searchOf, valuesOf } from "./calendar-filter.ts";
import { changeFormTexts } from "./form-texts.ts";
import type { Row } from "./lists.ts";
import { changeTexts as texts } from "./texts.ts";

type Props = {
  readonly filter: CalendarFilter;
  /** Everything that is planned in the time that is shown. */
  readonly rows: readonly Row[];
};

const fields: readonly (readonly [FilterKey, string])[] = [
  ["type", texts.columns.type],
  ["teamId", texts.columns.team],
  ["serviceId", changeFormTexts.service],
];

/** Chooses which changes of the calendar are shown; the choice stands in the address. */
export const CalendarFilters = ({ filter, rows }: Props) => {
  const name = useNames();
  const textOf = (key: FilterKey, value: string): string => {
    if (key === "teamId") return name("team", value);
    return key === "type" ? inWords(value) : value;
  };
  return (
    <ColumnLayout columns={3}>
      {fields.map(([key, label]) => (
        <ChoiceField
          key={key}
          label={label}
          value={filter[key] ?? ""}
          choices={[
            { value: "", text: texts.any },
            ...valuesOf(rows, key, filter[key]).map((value) => ({ value, text: textOf(key, value) })),
          ]}
          onChange={(value) => {
            const { [key]: _before, ...rest } = filter;
            goTo(`${location.pathname}${searchOf(value === "" ? rest : { ...rest, [key]: value })}`);
          }}
        />
      ))}
    </ColumnLayout>
  );
};
