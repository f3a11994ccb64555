import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useWhole } from "../../api/use-whole.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { useNames } from "../names/names.ts";
import { ChoiceField, frame, type Text } from "./form-fields.tsx";
import { usePeople } from "./use-people.ts";
import { choicesWith, meantBy } from "./who-choices.ts";

const useTeams = () => useWhole("GET /teams", { query: { limit: 100 } }).items;

/** A team, chosen by name. */
export const TeamField = (field: Text) => {
  const name = useNames();
  const teams = useTeams().map(({ id, name: text }) => ({ value: id, text }));
  const known = choicesWith(teams, field.value, (id) => name("team", id));
  const none = field.isRequired === true ? [] : [{ value: "", text: texts.none }];
  return <ChoiceField {...field} choices={[...none, ...known]} />;
};

/** A person, found by the beginning of their name, or given by the id that their organization knows them by. */
export const PersonField = (field: Text) => {
  const { offers, isLoading, nameOf } = usePeople(field.value);
  const typed = field.value.trim();
  const called = typed === "" ? "" : nameOf(typed);
  return (
    <FormField {...frame(field)} constraintText={called === typed ? undefined : called}>
      <Autosuggest
        value={field.value}
        options={offers.map(({ id, name }) => ({ value: id, label: name, description: id }))}
        filteringType="manual"
        enteredTextLabel={texts.useThis}
        empty={typed === "" ? texts.personHint : texts.noMatch}
        placeholder={texts.personHint}
        statusType={isLoading ? "loading" : "finished"}
        loadingText={texts.loading}
        clearAriaLabel={texts.clear}
        ariaRequired={field.isRequired === true}
        onChange={({ detail }) => field.onChange(detail.value)}
        onBlur={() => {
          const meant = meantBy(field.value, offers);
          if (meant !== typed) field.onChange(meant);
        }}
      />
    </FormField>
  );
};
