import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useWhole } from "../../api/use-whole.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { useNames } from "../names/names.ts";
import { ChoiceField, frame, type Text } from "./form-fields.tsx";
import { choicesWith, peopleIn } from "./who-choices.ts";

const useTeams = () => useWhole("GET /teams", { query: { limit: 100 } }).items;

/** A team, chosen by name. */
export const TeamField = (field: Text) => {
  const name = useNames();
  const teams = useTeams().map(({ id, name: text }) => ({ value: id, text }));
  const known = choicesWith(teams, field.value, (id) => name("team", id));
  const none = field.isRequired === true ? [] : [{ value: "", text: texts.none }];
  return <ChoiceField {...field} choices={[...none, ...known]} />;
};

/**
 * A person: found by name among the members of teams, as far as one may know them, or given by the id that their
 * organization knows them by. The name says below who it is.
 */
export const PersonField = (field: Text) => {
  const name = useNames();
  const people = peopleIn(useTeams());
  const hint = people.length === 0 ? texts.personIdHint : texts.personHint;
  const called = field.value === "" ? "" : name("person", field.value.trim());
  return (
    <FormField {...frame(field)} constraintText={called === field.value.trim() ? undefined : called}>
      <Autosuggest
        value={field.value}
        options={people.map((id) => ({ value: id, label: name("person", id), description: id }))}
        enteredTextLabel={texts.useThis}
        empty={hint}
        placeholder={hint}
        ariaRequired={field.isRequired === true}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    </FormField>
  );
};
