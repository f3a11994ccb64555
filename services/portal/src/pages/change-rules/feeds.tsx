import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { lazily } from "../../parts/lazily.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { partTexts } from "../../texts/parts.ts";
import { type FeedBody, filterOf } from "./feed.ts";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { changeWorkers } from "./managers.ts";
import { settingsTexts as texts } from "./settings-texts.ts";

type Feed = Schemas["ChangeFeed"];

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

const kind: KeptKind<Feed, FeedBody> = {
  address: "/change-feeds",
  param: "changeFeedId",
  texts: texts.feeds,
  columns: [textColumn("about", texts.about, (feed) => texts.aboutOf[filterOf(feed)])],
  empty: () => ({ name: "" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<FeedBody>>(async () => (await import("./feed-fields.tsx")).FeedFields),
  writers: changeWorkers,
  More: Subscribe,
};

export const FeedList = () => <KeptList kind={kind} />;
export const NewFeed = () => <NewKept kind={kind} />;
export const FeedPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
