import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, severalOf, textOf } from "../../parts/form/bound.ts";
import { TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { CisField, ServicesField } from "../../parts/form/found-fields.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import type { KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";
import { type Times, TimesFields } from "./times-fields.tsx";
import { timesText } from "./times-text.ts";

type Window = Schemas["ChangeWindow"];
type Body = BodyOf<"POST /change-windows">;

const Fields = ({ form }: { readonly form: Bound<Body> }) => (
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

const kind: KeptKind<Window, Body> = {
  address: "/change-windows",
  param: "changeWindowId",
  texts: texts.windows,
  columns: [textColumn("when", texts.when, timesText, { width: 300 })],
  empty: () => ({ name: "" }),
  typedOf: ({ id: _id, version: _v, createdAt: _c, updatedAt: _u, state: _s, actions: _a, ...body }) => body,
  Fields,
  writers: managers,
};

export const WindowList = () => <KeptList kind={kind} />;
export const NewWindow = () => <NewKept kind={kind} />;
export const WindowPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
