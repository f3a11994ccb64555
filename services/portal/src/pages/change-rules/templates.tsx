import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { KeyValues } from "../../parts/key-values.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { follow } from "../../shell/follow.ts";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import type { FieldsProps, KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { changeWorkers } from "./managers.ts";
import type { TemplateBody } from "./template-fields.tsx";
import { TemplateLibrary } from "./template-library.tsx";
import { type Template, templateActions, withLife } from "./template-life.ts";
import { ruleTexts as texts } from "./texts.ts";

/** Who wrote and approved it, which edition is in use, and how its changes went. */
const About = ({ record }: { readonly record: Template }) => {
  const { id, draftedBy, proposedBy, approvedBy, remark, inUse, stopped, uses = [] } = record;
  const isUsable = inUse !== undefined && stopped !== true && record.state !== "retired";
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            isUsable && (
              <Button href={`/changes/new?template=${id}`} onFollow={follow}>
                {texts.use}
              </Button>
            )
          }
        >
          {texts.inUse}
        </Header>
      }
    >
      <KeyValues
        columns={3}
        pairs={[
          [texts.edition, isUsable ? inUse.edition : texts.noEdition],
          [texts.draftedBy, <PersonName key="drafted" id={draftedBy} />],
          [texts.proposedBy, <PersonName key="proposed" id={proposedBy} />],
          [texts.approvedBy, <PersonName key="approved" id={approvedBy} />],
          [texts.remark, remark],
        ]}
      />
      {uses.length > 0 && <Box variant="h3">{texts.uses}</Box>}
      <ul className="plain">
        {uses.map(({ changeId, failed }) => (
          <li key={changeId}>
            <Link href={`/changes/${changeId}`} onFollow={follow}>
              {changeId}
            </Link>{" "}
            {failed ? texts.failed : texts.wentWell}
          </li>
        ))}
      </ul>
    </Container>
  );
};

const kind: KeptKind<Template, TemplateBody> = {
  address: "/change-templates",
  param: "changeTemplateId",
  texts: texts.templates,
  states: ["approved", "draft", "in_review", "suspended", "retired"],
  columns: [textColumn("when", texts.templateWhen, ({ description }) => description, { width: 320 })],
  empty: () => ({
    name: "",
    fields: { title: "" },
    locked: ["title", "plans"],
    suspendAfter: { failed: 2, of: 10 },
  }),
  typedOf: ({ name, description, fields, locked, tasks, suspendAfter }) => ({
    name,
    ...(description === undefined ? {} : { description }),
    fields,
    locked,
    tasks,
    suspendAfter,
  }),
  Fields: lazily<FieldsProps<TemplateBody>>(
    async () => (await import("./template-fields.tsx")).TemplateFields,
  ),
  writers: changeWorkers,
  isOpen: ({ state }) => state === "draft",
  actions: templateActions,
  withMore: withLife,
  More: About,
  more: <TemplateLibrary />,
};

export const TemplateList = () => <KeptList kind={kind} />;
export const NewTemplate = () => <NewKept kind={kind} />;
export const TemplatePage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
