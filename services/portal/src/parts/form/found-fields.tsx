import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { useWhole } from "../../api/use-whole.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { useNames } from "../names/names.ts";
import { frame, type Text } from "./form-fields.tsx";
import { type Several, SeveralField } from "./several-field.tsx";
import { peopleIn } from "./who-choices.ts";

/** So many are offered while somebody types. */
const most = 20;

/** How what was found here is called: it stays known while the page is open. */
const foundNames = new Map<string, string>();

const calledSo = (id: string): string => foundNames.get(id) ?? id;

const remember = (items: readonly { readonly id: string; readonly name: string }[]) => {
  for (const { id, name } of items) foundNames.set(id, `${name} (${id})`);
  return items;
};

/** Configuration items by the beginning of their name. */
export const CisField = (field: Several) => {
  const [text, setText] = useState("");
  const namePrefix = text.trim();
  const asked = namePrefix === "" ? undefined : { query: { namePrefix, limit: most } };
  const found = usePages("GET /cis", asked, { everyMs: 0 });
  return (
    <SeveralField
      {...field}
      offers={namePrefix === "" ? [] : remember(found.items)}
      isLoading={found.isLoading}
      onFind={setText}
      nameOf={calledSo}
      isAsked
    />
  );
};

const useServices = () =>
  usePages("GET /cis", { query: { classId: "business_service", limit: 100 } }, { everyMs: 0 });

/** Business services by name. */
export const ServicesField = (field: Several) => {
  const { items, isLoading } = useServices();
  return (
    <SeveralField
      {...field}
      offers={remember(items)}
      isLoading={isLoading}
      onFind={() => undefined}
      nameOf={calledSo}
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
  <SeveralField {...field} offers={[]} isLoading={false} onFind={() => undefined} nameOf={calledSo} />
);

/** Several people: members of teams by name, others by id. */
export const PeopleField = (field: Several) => {
  const name = useNames();
  const { items, isLoading } = useWhole("GET /teams", { query: { limit: 100 } });
  const offers = peopleIn(items).map((id) => ({ id, name: name("person", id) }));
  return (
    <SeveralField
      {...field}
      offers={offers}
      isLoading={isLoading}
      onFind={() => undefined}
      nameOf={(id) => name("person", id)}
    />
  );
};

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
