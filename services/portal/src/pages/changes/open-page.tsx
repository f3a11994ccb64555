import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useSearch } from "wouter";
import { useCommand } from "../../api/use-command.ts";
import type { Bound } from "../../parts/form/bound.ts";
import { RecordField } from "../../parts/form/record-field.tsx";
import { PersonField } from "../../parts/form/who-fields.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { changeFormTexts as texts } from "./form-texts.ts";
import { openBodyOf, type TypedChange, typedFrom, typedOver, type Way, withEdition } from "./open-body.ts";
import { askedFor, type Found, useHandling } from "./use-handling.ts";

type Props = { readonly form: Bound<TypedChange>; readonly found: Found };

const ways: readonly Way[] = ["template", "model", "normal", "emergency"];

const HowItGoes = ({ form, found, lack }: Props & { readonly lack: string | undefined }) => {
  const { value, set } = form;
  const asked = askedFor(found.handling);
  return (
    <Container>
      <SpaceBetween size="m">
        <RadioGroup
          ariaLabel={texts.way}
          value={value.way}
          items={ways.map((way) => ({
            value: way,
            label: texts.ways[way],
            description: texts.wayHints[way],
          }))}
          onChange={({ detail }) => set({ ...value, way: detail.value as Way })}
        />
        {value.way === "template" && (
          <RecordField
            label={texts.template}
            of="change_template"
            isRequired
            error={lack}
            value={value.templateId ?? ""}
            onChange={(templateId) => set({ ...value, templateId })}
          />
        )}
        {value.way === "model" && (
          <RecordField
            label={texts.model}
            of="change_model"
            isRequired
            error={lack}
            value={value.modelId ?? ""}
            onChange={(modelId) => set({ ...value, modelId })}
          />
        )}
        {found.isUnusable && <Alert type="warning">{texts.noEdition}</Alert>}
        {asked !== "" && <Box color="text-body-secondary">{texts.asks(asked)}</Box>}
        <Fixed found={found} />
      </SpaceBetween>
    </Container>
  );
};

const inOneText = (value: unknown): string =>
  typeof value === "object" && value !== null ? Object.values(value).join("\n") : String(value);

const Fixed = ({ found: { edition, handling } }: Pick<Props, "found">) => {
  const fixed = handling.locked.flatMap((field) => {
    const value = edition?.fields[field as keyof typeof edition.fields];
    const label = field === "plans" ? texts.plans : (texts[field as "title"] ?? field);
    return value === undefined ? [] : [[label, inOneText(value)] as const];
  });
  return fixed.length === 0 ? null : (
    <section aria-label={texts.fixed}>
      <Box variant="h3">{texts.fixed}</Box>
      <KeyValues
        columns={1}
        pairs={fixed.map(([label, text]) => [
          label,
          <span key={label} className="words">
            {text}
          </span>,
        ])}
      />
    </section>
  );
};

/** Only what was chosen says how it goes: what was chosen for another way stays typed and is not meant. */
const meant = (typed: TypedChange): TypedChange => {
  const { templateId, modelId, ...rest } = typed;
  return {
    ...rest,
    ...(typed.way === "template" && templateId ? { templateId } : {}),
    ...(typed.way === "model" && modelId ? { modelId } : {}),
  };
};

/** What has to be chosen before it is known what is asked for. */
const lackOf = ({ way, templateId, modelId }: TypedChange): string | undefined => {
  if (way === "template" && templateId === undefined) return texts.chooseTemplate;
  return way === "model" && modelId === undefined ? texts.chooseModel : undefined;
};

/** Asks for a change: from a template, by a model, or from scratch; what leads here may say what it is about. */
export const OpenPage = () => {
  const search = useSearch();
  const [initial] = useState(() => typedFrom(search));
  const draft = useDraft<TypedChange>(`change.new${search}`, initial);
  const typed = meant(draft.value);
  const found = useHandling(typed);
  const { run, isRunning, problem } = useCommand("POST /changes", {
    done: ({ id }) => texts.opened(id),
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/changes/${id}`);
    },
  });
  const [isTried, setTried] = useState(false);
  const lack = lackOf(typed);
  const form: Bound<TypedChange> = {
    value: withEdition(typed, found.edition),
    set: (shown) => draft.set(typedOver(shown, found.edition)),
    problem,
  };
  const fields = form as unknown as Parameters<typeof ChangeFields>[0]["form"];
  return (
    <KeptPage
      title={texts.open}
      lead={texts.openLead}
      read={() => openBodyOf(form.value, found.edition)}
      onSave={(body) => {
        setTried(true);
        if (lack === undefined) void run({ body });
      }}
      draft={draft}
      back="/changes"
      isRunning={isRunning}
      problem={problem}
    >
      <HowItGoes
        form={{ value: draft.value, set: draft.set, problem }}
        found={found}
        lack={isTried ? lack : undefined}
      />
      <ChangeFields
        form={fields}
        handling={found.handling}
        more={
          <PersonField
            label={texts.requester}
            hint={texts.requesterHint}
            name="requesterId"
            problem={problem}
            value={typed.requesterId ?? ""}
            onChange={(requesterId) => draft.set({ ...draft.value, requesterId })}
          />
        }
      />
    </KeptPage>
  );
};
