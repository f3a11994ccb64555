import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useSearch } from "wouter";
import { useCommand } from "../../api/use-command.ts";
import { type Bound, severalOf, textOf } from "../../parts/form/bound.ts";
import { IdsField } from "../../parts/form/found-fields.tsx";
import { PersonField, TeamField } from "../../parts/form/who-fields.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { problemFormTexts as texts } from "./form-texts.ts";
import { ProblemFields } from "./problem-fields.tsx";
import { type OpenBody, openBodyOf, typedFrom } from "./problem-form.ts";

/** Opens a problem; what leads here may say which incidents are behind it. */
export const OpenPage = () => {
  const search = useSearch();
  const [initial] = useState(() => typedFrom(search));
  const draft = useDraft<OpenBody>(`problem.new${search}`, initial);
  const { run, isRunning, problem } = useCommand("POST /problems", {
    done: ({ id }) => texts.opened(id),
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/problems/${id}`);
    },
  });
  const form: Bound<OpenBody> = { value: draft.value, set: draft.set, problem };
  return (
    <KeptPage
      title={texts.open}
      lead={texts.openLead}
      read={() => openBodyOf(draft.value)}
      onSave={(body) => void run({ body })}
      draft={draft}
      back="/problems"
      isRunning={isRunning}
      problem={problem}
    >
      <Container>
        <SpaceBetween size="m">
          <ProblemFields form={form} />
          <TeamField {...textOf(form, "teamId", texts.team)} />
          <PersonField {...textOf(form, "assigneeId", texts.person)} />
          <IdsField {...severalOf(form, "incidentIds", texts.incidents)} />
        </SpaceBetween>
      </Container>
    </KeptPage>
  );
};
