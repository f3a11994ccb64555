import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, severalOf, textOf } from "../../parts/form/bound.ts";
import { TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { CisField, ServicesField } from "../../parts/form/found-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";
import { type Times, TimesFields } from "./times-fields.tsx";

export type WindowBody = BodyOf<"POST /change-windows">;

/** Everything that a maintenance window says. */
export const WindowFields = ({ form }: { readonly form: Bound<WindowBody> }) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
        <ServicesField {...severalOf(form, "serviceIds", texts.services)} />
        <CisField {...severalOf(form, "ciIds", texts.cis)} />
      </SpaceBetween>
    </Container>
    <TimesFields form={form as unknown as Bound<Times>} />
  </SpaceBetween>
);
