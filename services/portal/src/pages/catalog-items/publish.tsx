import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { follow } from "../../shell/follow.ts";
import { EditionChanges } from "./edition-changes.tsx";
import { useEdition } from "./edition-compare.tsx";
import { catalogItemTexts as texts } from "./texts.ts";

type Item = Schemas["CatalogItem"];

/** What somebody typed here and did not save: publishing does not take it. */
const Unsaved = ({ id }: { readonly id: string }) => {
  const { isKept } = useDraft<unknown>(`${id}.edit`, undefined);
  if (!isKept) return null;
  return (
    <Alert
      type="warning"
      action={
        <Button href={`/catalog-items/${id}/edit`} onFollow={follow}>
          {texts.goOn}
        </Button>
      }
    >
      {texts.unsaved}
    </Alert>
  );
};

const Changes = ({ item }: { readonly item: Item }) => {
  const edition = item.offer?.edition;
  const offered = useEdition(item, edition === undefined ? "" : String(edition));
  if (edition === undefined) return <Box>{texts.firstEdition}</Box>;
  if (offered.value === undefined) return <ProblemAlert problem={offered.problem} />;
  return <EditionChanges before={offered.value} after={item} same={texts.nothingChanged} />;
};

/** What an item says that is not offered yet. */
export const NotPublished = ({ item }: { readonly item: Item }) => (
  <SpaceBetween size="m">
    <Unsaved id={item.id} />
    <Container header={<Header variant="h2">{texts.toPublish}</Header>}>
      <Changes item={item} />
    </Container>
  </SpaceBetween>
);

type Asked = { readonly item: Item; readonly onDone: () => void; readonly onClose: () => void };

/** Shows what changes for everybody before it does. */
export const PublishDialog = ({ item, onDone, onClose }: Asked) => {
  const { run, isRunning, problem } = useCommand("POST /catalog-items/{catalogItemId}/publish", {
    done: ({ edition }) => texts.offered(edition),
    onDone,
  });
  const publish = (): void =>
    void run({ params: { catalogItemId: item.id }, body: {}, version: item.version });
  return (
    <Dialog
      title={`${texts.action.publish}: ${item.name}`}
      onClose={onClose}
      confirm={{ text: texts.action.publish, onClick: publish, isRunning }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        <Unsaved id={item.id} />
        <Box>{texts.publishLead}</Box>
        <Changes item={item} />
      </SpaceBetween>
    </Dialog>
  );
};
