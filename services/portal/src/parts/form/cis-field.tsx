import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { useEffect, useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { useRead } from "../../api/use-read.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { tellCiNames, useCiNames } from "../names/ci-names.ts";
import { useSettled } from "../use-settled.ts";
import { ciOptions } from "./ci-options.ts";
import { frame } from "./form-fields.tsx";

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly name?: string;
  readonly problem?: ApiProblem | undefined;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
};

/** Configuration items, found by how their name begins, or by their number. */
export const CisField = ({ value, onChange, ...field }: Props) => {
  const [typed, setTyped] = useState("");
  const prefix = useSettled(typed.trim());
  const asked = prefix === "" ? undefined : { query: { namePrefix: prefix, limit: 25 } };
  const read = useRead("GET /cis", asked, { everyMs: 0 });
  const nameOf = useCiNames(value);
  const found = asked === undefined ? undefined : read.value?.items;
  useEffect(() => tellCiNames(found ?? []), [found]);
  const options = ciOptions(value, found ?? [], prefix, nameOf);
  return (
    <FormField {...frame({ ...field, hint: field.hint ?? texts.ciHint })}>
      <Multiselect
        options={options}
        selectedOptions={options.filter((each) => value.includes(each.value))}
        deselectAriaLabel={({ label = "" }) => texts.removeChoice(label)}
        filteringType="manual"
        filteringPlaceholder={texts.ciFind}
        filteringAriaLabel={texts.ciFind}
        filteringClearAriaLabel={texts.clearSearch}
        placeholder={texts.ciFind}
        statusType={read.isLoading || prefix !== typed.trim() ? "loading" : "finished"}
        loadingText={texts.loading}
        empty={prefix === "" ? texts.ciFind : texts.noMatch}
        onLoadItems={({ detail }) => setTyped(detail.filteringText)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((each) => each.value ?? ""))}
      />
    </FormField>
  );
};
