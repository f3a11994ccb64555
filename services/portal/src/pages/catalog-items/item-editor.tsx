import "./designer.css";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import LiveRegion from "@cloudscape-design/components/live-region";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import Tabs from "@cloudscape-design/components/tabs";
import type { ComponentType } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { Empty } from "../../parts/empty.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { ProblemAlert, ReadProblem } from "../../parts/problem-alert.tsx";
import type { ConflictDialogProps } from "../../parts/record/conflict-dialog.tsx";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { AboutPart } from "./about-part.tsx";
import { ApprovalsPart } from "./approvals-part.tsx";
import { BundlePart } from "./bundle-part.tsx";
import { DesigningProvider } from "./designing.ts";
import { FaultList } from "./fault-list.tsx";
import { FormDesigner } from "./form-designer.tsx";
import { FulfilmentPart } from "./fulfilment-part.tsx";
import type { OrderPreviewProps } from "./order-preview.tsx";
import { type Fault, type Part, partOf, parts } from "./places.ts";
import { catalogItemTexts as texts } from "./texts.ts";
import type { TypedItem } from "./typed-item.ts";
import { usePlaces } from "./use-places.ts";
import { useWriting } from "./use-writing.ts";

const OrderPreview = lazily<OrderPreviewProps>(
  async () => (await import("./order-preview.tsx")).OrderPreview,
);
const ConflictDialog = lazily<ConflictDialogProps>(
  async () => (await import("../../parts/record/conflict-dialog.tsx")).ConflictDialog,
);

type Written = ComponentType<{ readonly onChange: (item: TypedItem) => void }>;

const components: Readonly<Record<Part, Written>> = {
  about: AboutPart,
  form: FormDesigner,
  approvals: ApprovalsPart,
  fulfilment: FulfilmentPart,
  bundle: BundlePart,
};

const labelOf = (item: TypedItem, faults: readonly Fault[], part: Part): string => {
  const name = texts.part[part] ?? part;
  const count = faults.filter((fault) => partOf(item, fault) === part).length;
  return count === 0 ? name : texts.partWithFaults(name, count);
};

type Writing = ReturnType<typeof useWriting>;

const Buttons = ({ writing, onFaulty }: { readonly writing: Writing; readonly onFaulty: () => void }) => (
  <SpaceBetween direction="horizontal" size="xs">
    <Button iconName="undo" disabled={writing.undo === undefined} onClick={() => writing.undo?.()}>
      {texts.undo}
    </Button>
    <Button variant="link" onClick={writing.giveUp}>
      {texts.cancel}
    </Button>
    <Button
      variant="primary"
      loading={writing.isRunning}
      onClick={() => {
        if (!writing.save()) onFaulty();
      }}
    >
      {texts.save}
    </Button>
  </SpaceBetween>
);

const Parts = ({
  writing,
  places,
}: {
  readonly writing: Writing;
  readonly places: ReturnType<typeof usePlaces>;
}) => (
  <Tabs
    ariaLabel={texts.item}
    activeTabId={places.part}
    onChange={({ detail }) => places.setPart(detail.activeTabId as Part)}
    tabs={parts.map((id) => {
      const Component = components[id];
      return {
        id,
        label: labelOf(writing.typed, writing.faults, id),
        content: places.part === id && (
          <div data-row="item">
            <Component onChange={writing.change} />
          </div>
        ),
      };
    })}
  />
);

const Editor = ({ item }: { readonly item?: Schemas["CatalogItem"] }) => {
  const writing = useWriting(item);
  const { typed, faults } = writing;
  const places = usePlaces(typed);
  const title = item === undefined ? texts.newItem : `${texts.action.edit} ${item.id}: ${item.name}`;
  useTitle(title);
  return (
    <DesigningProvider value={{ item: typed, faults, ...places }}>
      <SpaceBetween size="m">
        <Header
          variant="h1"
          description={texts.keptHere}
          actions={<Buttons writing={writing} onFaulty={() => places.say(texts.faults)} />}
        >
          {title}
        </Header>
        <LiveRegion hidden>{places.said}</LiveRegion>
        {(writing.problem?.problem.violations?.length ?? 0) === 0 && (
          <ProblemAlert problem={writing.problem} />
        )}
        <FaultList onShow={places.show} />
        <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
          <Parts writing={writing} places={places} />
          <OrderPreview isWhole={writing.isWhole} />
        </Grid>
        {writing.conflicts && (
          <ConflictDialog
            conflicts={writing.conflicts}
            onMerge={writing.merge}
            onClose={writing.giveUpMerge}
          />
        )}
        <Box />
      </SpaceBetween>
    </DesigningProvider>
  );
};

/** A new item of the catalog. */
export const NewCatalogItem = () => <Editor />;

/** The draft of an item; one that is published is written on as another edition first. */
export const CatalogItemEdit = ({ catalogItemId }: { readonly catalogItemId: string }) => {
  const read = useRead("GET /catalog-items/{catalogItemId}", { params: { catalogItemId } }, { everyMs: 0 });
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  if (read.value === undefined) return <Spinner size="large" />;
  if (read.value.state === "draft") return <Editor key={catalogItemId} item={read.value} />;
  return (
    <Empty
      title={texts.needsRedraft}
      action={
        <Button href={`/catalog-items/${catalogItemId}`} onFollow={follow}>
          {read.value.name}
        </Button>
      }
    />
  );
};
