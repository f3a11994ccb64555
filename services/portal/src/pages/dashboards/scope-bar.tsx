import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { usePages } from "../../api/use-pages.ts";
import { changeScope, choices, type Scope } from "./scope.ts";
import { dashboardTexts as texts } from "./texts.ts";

const periods = choices.map((days) => ({ value: String(days), label: texts.periods[days] ?? String(days) }));
const everybody = { value: "", label: texts.allTeams };

/** Which days, and whose. */
export const ScopeBar = ({ scope }: { readonly scope: Scope }) => {
  const { items } = usePages("GET /teams", { query: { limit: 100 } });
  const teams = [everybody, ...items.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <SpaceBetween direction="horizontal" size="s">
      <FormField label={texts.period}>
        <Select
          selectedOption={periods.find(({ value }) => value === String(scope.days)) ?? null}
          options={periods}
          onChange={({ detail }) => changeScope({ ...scope, days: Number(detail.selectedOption.value) })}
        />
      </FormField>
      <FormField label={texts.team}>
        <Select
          selectedOption={teams.find(({ value }) => value === (scope.team ?? "")) ?? everybody}
          options={teams}
          onChange={({ detail }) => changeScope({ ...scope, team: detail.selectedOption.value || undefined })}
        />
      </FormField>
    </SpaceBetween>
  );
};
