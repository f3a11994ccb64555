import Container from "@cloudscape-design/components/container";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, severalOf } from "../../parts/form/bound.ts";
import { ChoicesField } from "../../parts/form/form-fields.tsx";
import { fieldsOf } from "../change-rules/kept-kind.ts";
import { SettingsEditor } from "../change-rules/settings-editor.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { keepers } from "./answerable.ts";
import { recordTexts as texts } from "./texts.ts";

type Settings = Schemas["AssetSettings"];
type Body = BodyOf<"PUT /asset-settings">;

const Fields = ({ form }: { readonly form: Bound<Body> }) => (
  <Container>
    <ChoicesField {...severalOf(form, "approvedFields", texts.approved)} choices={choicesOf(texts.facts)} />
  </Container>
);

/** Which facts of assets nobody changes alone. */
export const AssetSettingsPage = () => (
  <SettingsEditor<Settings, Body>
    title={texts.settings}
    lead={texts.settingsLead}
    read="GET /asset-settings"
    replace="PUT /asset-settings"
    typedOf={fieldsOf}
    Fields={Fields}
    writers={keepers}
  />
);
