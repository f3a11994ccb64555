import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TokenGroup from "@cloudscape-design/components/token-group";
import { useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { frame } from "./form-fields.tsx";

/** Something that may be chosen. */
export type Offer = { readonly id: string; readonly name: string };

type Field = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name?: string;
  readonly problem?: ApiProblem | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
};

export type Several = Field & {
  readonly value: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

type Offered = {
  readonly offers: readonly Offer[];
  readonly isLoading: boolean;
  readonly onFind: (text: string) => void;
  readonly nameOf: (id: string) => string;
  /** Offers are what was asked for already; otherwise they are narrowed by what is typed. */
  readonly isAsked?: boolean;
};

/** As many as are looked over at once; the rest shows on demand. */
const mostShown = 20;

/**
 * Several records, each found by its name or given by its id. Ids may be pasted with commas or blanks between them.
 */
export const SeveralField = ({
  value,
  onChange,
  offers,
  isLoading,
  onFind,
  nameOf,
  isAsked,
  ...field
}: Several & Offered) => {
  const [text, setText] = useState("");
  const type = (next: string): void => {
    setText(next);
    onFind(next);
  };
  const add = (typed: string): void => {
    onChange([...new Set([...value, ...typed.split(/[\s,;]+/).filter(Boolean)])]);
    type("");
  };
  const options = offers
    .filter(({ id }) => !value.includes(id))
    .map(({ id, name }) => ({ value: id, label: name, ...(name === id ? {} : { description: id }) }));
  return (
    <FormField {...frame(field)}>
      <SpaceBetween size="xs">
        <Autosuggest
          value={text}
          options={options}
          filteringType={isAsked === true ? "manual" : "auto"}
          statusType={isLoading ? "loading" : "finished"}
          loadingText={texts.loading}
          enteredTextLabel={texts.useThis}
          clearAriaLabel={texts.clear}
          empty={texts.findByName}
          placeholder={texts.findByName}
          ariaRequired={field.isRequired === true}
          onChange={({ detail }) => type(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
        />
        <TokenGroup
          limit={mostShown}
          i18nStrings={{ limitShowMore: texts.showAll(value.length), limitShowFewer: texts.showFewer }}
          items={value.map((id) => ({ label: nameOf(id), dismissLabel: texts.removeChoice(nameOf(id)) }))}
          onDismiss={({ detail }) => onChange(value.filter((_, at) => at !== detail.itemIndex))}
        />
      </SpaceBetween>
    </FormField>
  );
};
