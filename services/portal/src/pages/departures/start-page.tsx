import Container from "@cloudscape-design/components/container";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSearch } from "wouter";
import { useCommand } from "../../api/use-command.ts";
import { type Bound, severalOf, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { DayField, TextAreaField } from "../../parts/form/form-fields.tsx";
import { TeamsField } from "../../parts/form/found-fields.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { startedOf, type TypedDeparture } from "./started.ts";
import { departureTexts as texts } from "./texts.ts";

type Form = { readonly form: Bound<TypedDeparture> };

const Fields = ({ form }: Form) => {
  const { value, set, problem } = form;
  const lastAt = problem?.problem.violations?.find(({ path }) => path === "body.lastAt");
  return (
    <Container>
      <SpaceBetween size="m">
        <PersonField {...textOf(form, "personId", texts.person)} isRequired />
        <RadioGroup
          ariaLabel={texts.kind}
          value={value.kind}
          items={Object.entries(texts.kinds).map(([kind, label]) => ({
            value: kind,
            label,
            description: texts.kindHints[kind],
          }))}
          onChange={({ detail }) => set({ ...value, kind: detail.value as TypedDeparture["kind"] })}
        />
        {value.kind === "moves" && (
          <TeamsField {...severalOf(form, "leaveTeamIds", texts.leaves)} isRequired />
        )}
        <DayField
          {...textOf(form, "lastDay", texts.lastDay, texts.lastDayHint)}
          isRequired
          error={lastAt === undefined ? undefined : texts.needsDay}
        />
        <PersonField {...textOf(form, "handOverTo", texts.handOverTo, texts.handOverHint)} />
        <TextAreaField {...textOf(form, "note", texts.note)} rows={3} />
      </SpaceBetween>
    </Container>
  );
};

/** Begins to collect what somebody holds who leaves or moves. */
export const StartPage = () => {
  const personId = new URLSearchParams(useSearch()).get("person") ?? "";
  const draft = useDraft<TypedDeparture>("departure.new", { personId, kind: "leaves" });
  const { run, isRunning, problem } = useCommand("POST /departures", {
    done: ({ id }) => texts.begun(id),
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/departures/${id}`);
    },
  });
  return (
    <KeptPage
      title={texts.new}
      lead={texts.newLead}
      read={() => startedOf(withoutEmpty(draft.value))}
      onSave={(body) => void run({ body })}
      draft={draft}
      back="/departures"
      isRunning={isRunning}
      problem={problem}
    >
      <Fields form={{ value: draft.value, set: draft.set, problem }} />
    </KeptPage>
  );
};
