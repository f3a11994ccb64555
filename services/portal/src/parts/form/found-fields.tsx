import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useEffect, useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { useWhole } from "../../api/use-whole.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { tellCiNames, useCiNames } from "../names/ci-names.ts";
import { useNames } from "../names/names.ts";
import { useSettled } from "../use-settled.ts";
import { frame, type Text } from "./form-fields.tsx";
import { type Several, SeveralField } from "./several-field.tsx";

/** So many are offered while somebody types. */
const most = 20;

/** So many of what was chosen are called by their names at once; each name is a question of its own. */
const mostNamed = 20;

/**
 * Configuration items of a change, by the beginning of their name: a list that may be long, so numbers may be pasted, and
 * only the first ones are looked up. For a few items there is `cis-field.tsx`.
 */
export const CisField = (field: Several) => {
  const [text, setText] = useState("");
  const namePrefix = useSettled(text.trim());
  const asked = namePrefix === "" ? undefined : { query: { namePrefix, limit: most } };
  const found = usePages("GET /cis", asked, { everyMs: 0 });
  const nameOf = useCiNames(field.value.slice(0, mostNamed));
  const offers = namePrefix === "" ? [] : found.items;
  useEffect(() => tellCiNames(found.items), [found.items]);
  return (
    <SeveralField
      {...field}
      offers={offers}
      isLoading={found.isLoading}
      onFind={setText}
      nameOf={(id) => withNumber(nameOf(id), id)}
      isAsked
    />
  );
};

/** A name with the number that tells it from others; the number alone while no name is known. */
const withNumber = (name: string, id: string): string => (name === id ? id : `${name} (${id})`);

const useServices = () =>
  usePages("GET /cis", { query: { classId: "business_service", limit: 100 } }, { everyMs: 0 });

/** Business services by name. */
export const ServicesField = (field: Several) => {
  const { items, isLoading } = useServices();
  const nameOf = (id: string): string => items.find((each) => each.id === id)?.name ?? id;
  return (
    <SeveralField
      {...field}
      offers={items}
      isLoading={isLoading}
      onFind={() => undefined}
      nameOf={(id) => withNumber(nameOf(id), id)}
    />
  );
};

/** One business service, by name or by the id that it has elsewhere. */
export const ServiceField = (field: Text) => {
  const { items } = useServices();
  const name = items.find(({ id }) => id === field.value)?.name;
  return (
    <FormField {...frame(field)} constraintText={name}>
      <Autosuggest
        value={field.value}
        options={items.map(({ id, name: label }) => ({ value: id, label, description: id }))}
        enteredTextLabel={texts.useThis}
        clearAriaLabel={texts.clear}
        empty={texts.findByName}
        placeholder={texts.findByName}
        ariaRequired={field.isRequired === true}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    </FormField>
  );
};

/** Several records by their numbers. */
export const IdsField = (field: Several) => (
  <SeveralField {...field} offers={[]} isLoading={false} onFind={() => undefined} nameOf={(id) => id} />
);

/** Several teams by name. */
export const TeamsField = (field: Several) => {
  const name = useNames();
  const { items, isLoading } = useWhole("GET /teams", { query: { limit: 100 } });
  return (
    <SeveralField
      {...field}
      offers={items}
      isLoading={isLoading}
      onFind={() => undefined}
      nameOf={(id) => name("team", id)}
    />
  );
};
