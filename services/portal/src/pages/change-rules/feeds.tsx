import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextField } from "../../parts/form/form-fields.tsx";
import { ServiceField } from "../../parts/form/found-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { TeamField } from "../../parts/form/who-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { partTexts } from "../../texts/parts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import type { KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { changeWorkers } from "./managers.ts";
import { settingsTexts as texts } from "./settings-texts.ts";
import { ruleTexts } from "./texts.ts";

type Feed = Schemas["ChangeFeed"];
type Body = BodyOf<"POST /change-feeds">;

const filters = ["teamId", "serviceId", "ciId", "boardId"] as const;
type Filter = (typeof filters)[number];

const filterOf = (feed: Body): Filter | "all" => filters.find((name) => feed[name] !== undefined) ?? "all";

const Fields = ({ form }: { readonly form: Bound<Body> }) => {
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

/** The address that opens a feed without signing in: shown to who asks for it, kept nowhere. */
const Subscribe = ({ record }: { readonly record: Feed }) => {
  const [path, setPath] = useState<string>();
  const { run, isRunning, problem } = useCommand("POST /change-feeds/{changeFeedId}/link", {
    onDone: (link) => setPath(link.path),
  });
  if (record.state === "retired") return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.subscribeLead}
          actions={
            <Button
              loading={isRunning}
              onClick={() => void run({ params: { changeFeedId: record.id }, body: {} })}
            >
              {texts.makeLink}
            </Button>
          }
        >
          {texts.subscribe}
        </Header>
      }
    >
      <ProblemAlert problem={problem} />
      {path !== undefined && (
        <CopyToClipboard
          variant="inline"
          textToCopy={`${location.origin}${path}`}
          copyButtonAriaLabel={partTexts.copy}
          copySuccessText={partTexts.copied}
          copyErrorText={partTexts.notCopied}
        />
      )}
    </Container>
  );
};

const kind: KeptKind<Feed, Body> = {
  address: "/change-feeds",
  param: "changeFeedId",
  texts: texts.feeds,
  columns: [textColumn("about", texts.about, (feed) => texts.aboutOf[filterOf(feed)])],
  empty: () => ({ name: "" }),
  typedOf: ({ id: _id, version: _v, createdAt: _c, updatedAt: _u, state: _s, actions: _a, ...body }) => body,
  Fields,
  writers: changeWorkers,
  More: Subscribe,
};

export const FeedList = () => <KeptList kind={kind} />;
export const NewFeed = () => <NewKept kind={kind} />;
export const FeedPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
