import Container from "@cloudscape-design/components/container";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { type Bound, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { auditTexts as texts } from "./texts.ts";

type Start = BodyOf<"POST /asset-audits">;
type Where = "stockroomId" | "locationId";

/** Begins to count a place. */
export const StartPage = () => {
  const draft = useDraft<Start>("audit.new", { name: "" });
  const [where, setWhere] = useState<Where>(
    draft.value.locationId === undefined ? "stockroomId" : "locationId",
  );
  const { run, isRunning, problem } = useCommand("POST /asset-audits", {
    done: ({ id }) => texts.begun(id),
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/asset-audits/${id}`);
    },
  });
  const form: Bound<Start> = { value: draft.value, set: draft.set, problem };
  return (
    <KeptPage
      title={texts.new}
      lead={texts.newLead}
      read={() => withoutEmpty(draft.value)}
      onSave={(body) => void run({ body })}
      draft={draft}
      back="/asset-audits"
      isRunning={isRunning}
      problem={problem}
    >
      <Container>
        <SpaceBetween size="m">
          <TextField {...textOf(form, "name", texts.name, texts.nameHint)} isRequired />
          <RadioGroup
            ariaLabel={texts.where}
            value={where}
            items={[
              { value: "stockroomId", label: texts.stockroom },
              { value: "locationId", label: texts.location },
            ]}
            onChange={({ detail }) => {
              setWhere(detail.value as Where);
              draft.set({ name: draft.value.name });
            }}
          />
          <RecordField
            key={where}
            {...textOf(form, where, texts.place)}
            of={where === "stockroomId" ? "stockroom" : "location"}
            isRequired
          />
        </SpaceBetween>
      </Container>
    </KeptPage>
  );
};
