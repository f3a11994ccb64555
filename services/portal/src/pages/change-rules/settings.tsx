import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, numberOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoiceField, NumberField, ToggleField } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { fieldsOf } from "./kept-kind.ts";
import { SettingsEditor } from "./settings-editor.tsx";
import { settingsTexts as texts } from "./settings-texts.ts";

type Settings = Schemas["ChangeSettings"];
type Body = BodyOf<"PUT /change-settings">;

const switches = [
  "approverIsNotRequester",
  "approverIsNotImplementer",
  "implementerIsNotRequester",
  "beginsInWindow",
  "gateNeedsChange",
  "overrunRaisesPriority",
  "overrunAddsTask",
] as const;

const Fields = ({ form }: { readonly form: Bound<Body> }) => (
  <Container>
    <SpaceBetween size="m">
      {switches.map((name) => (
        <ToggleField key={name} {...toggleOf(form, name, texts.switches[name] ?? name)} />
      ))}
      <ChoiceField {...textOf(form, "openTasks", texts.openTasks)} choices={choicesOf(texts.openTasksOf)} />
      <ChoiceField
        {...textOf(form, "unauthorizedOpensIncident", texts.opensIncident)}
        choices={choicesOf(texts.opensIncidentOf)}
      />
      <NumberField {...numberOf(form, "suspectHours", texts.suspectHours)} />
      <NumberField {...numberOf(form, "unauthorizedLookbackHours", texts.lookback, texts.lookbackHint)} />
    </SpaceBetween>
  </Container>
);

/** The rules for all changes. */
export const SettingsPage = () => (
  <SettingsEditor<Settings, Body>
    title={texts.settings}
    lead={texts.settingsLead}
    read="GET /change-settings"
    replace="PUT /change-settings"
    typedOf={fieldsOf}
    Fields={Fields}
    writers={["admin"]}
  />
);
