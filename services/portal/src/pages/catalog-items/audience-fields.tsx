import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ChoicesField, TextField } from "../../parts/form/form-fields.tsx";
import { useRecords } from "../../parts/form/record-kinds.ts";
import { useDesigning } from "./designing.ts";
import { faultAt } from "./places.ts";
import { planTexts as texts } from "./plan-texts.ts";
import type { TypedItem } from "./typed-item.ts";

type Props = { readonly onChange: (item: TypedItem) => void };

/** Who sees the item in the catalog and may order it. */
export const AudienceFields = ({ onChange }: Props) => {
  const { item, faults } = useDesigning();
  const teams = useRecords("team").choices.map(({ id, name }) => ({ value: id, text: name }));
  const teamsIn = (name: "teamIds" | "notTeamIds", label: string) => (
    <ChoicesField
      label={label}
      error={faultAt(faults, "", `audience.${name}`)}
      choices={teams}
      value={item[name]}
      onChange={(value) => onChange({ ...item, [name]: value })}
    />
  );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.whoLead}>
          {texts.who}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {teamsIn("teamIds", texts.teams)}
        {teamsIn("notTeamIds", texts.notTeams)}
        <TextField
          label={texts.persons}
          hint={texts.personsHint}
          error={faultAt(faults, "", "audience.personIds")}
          value={item.personIds}
          onChange={(personIds) => onChange({ ...item, personIds })}
        />
      </SpaceBetween>
    </Container>
  );
};
