import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextField } from "../../parts/form/form-fields.tsx";
import { ServiceField } from "../../parts/form/found-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { TeamField } from "../../parts/form/who-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { type FeedBody, type Filter, filterOf } from "./feed.ts";
import { settingsTexts as texts } from "./settings-texts.ts";
import { ruleTexts } from "./texts.ts";

/** What a feed of changes is called, and about. */
export const FeedFields = ({ form }: { readonly form: Bound<FeedBody> }) => {
  const [chosen, setChosen] = useState<Filter | "all">();
  const about = chosen ?? filterOf(form.value);
  const which = about === "all" ? undefined : textOf(form, about, texts.ofWhich[about] ?? "");
  return (
    <Container>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", ruleTexts.name)} isRequired />
        <ChoiceField
          label={texts.about}
          choices={choicesOf(texts.aboutOf)}
          value={about}
          onChange={(next) => {
            setChosen(next as Filter | "all");
            form.set({ name: form.value.name });
          }}
        />
        {which && about === "teamId" && <TeamField {...which} isRequired />}
        {which && about === "serviceId" && <ServiceField {...which} isRequired />}
        {which && about === "ciId" && <TextField {...which} isRequired />}
        {which && about === "boardId" && <RecordField {...which} of="change_board" isRequired />}
      </SpaceBetween>
    </Container>
  );
};
