import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useWhole } from "../../api/use-whole.ts";
import { Empty } from "../../parts/empty.tsx";
import { useNames } from "../../parts/names/names.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { type Draft, type KnownError, otherFields, saidFields, saidText } from "./known-error.ts";
import { knownErrorActions, withKnownErrorWork } from "./known-error-actions.ts";
import { knownErrorTexts as texts } from "./known-error-texts.ts";
import type { Problem } from "./problem-actions.ts";

type Published = NonNullable<KnownError["published"]>;

const Said = ({ said }: { readonly said: Draft | Published }) => (
  <SpaceBetween size="xs">
    {saidFields.map((field) => {
      const text = saidText(said, field);
      return text === undefined ? null : (
        <div key={field}>
          <Box variant="awsui-key-label">{texts.fields[field]}</Box>
          <p className="words">{text}</p>
        </div>
      );
    })}
  </SpaceBetween>
);

const AudienceText = ({ audience }: Pick<Published, "audience">) => {
  const name = useNames();
  const who =
    audience.kind === "teams"
      ? audience.teamIds.map((id) => name("team", id)).join(", ")
      : (texts.audiences[audience.kind] ?? audience.kind);
  return <>{texts.forWhom(who)}</>;
};

const Read = ({ published }: { readonly published: Published | undefined }) =>
  published === undefined ? (
    <StatusIndicator type="stopped">{texts.notPublished}</StatusIndicator>
  ) : (
    <SpaceBetween size="s">
      <div>
        <StatusIndicator type="success">{texts.published(published.edition)}</StatusIndicator>{" "}
        <AudienceText audience={published.audience} />, <When at={published.publishedAt} />
      </div>
      <Said said={published} />
    </SpaceBetween>
  );

/** The draft where it says something else than what is published; otherwise only that it does not. */
const Written = ({ knownError }: { readonly knownError: KnownError }) => {
  const { draft, published } = knownError;
  const others = otherFields(knownError).map((field) => texts.fields[field] ?? field);
  if (published !== undefined && others.length === 0) return <Box>{texts.sameDraft}</Box>;
  return (
    <SpaceBetween size="s">
      <StatusIndicator type="pending">
        {published === undefined
          ? `${texts.draft}. ${texts.unpublishedDraft}`
          : texts.otherDraft(others.join(", "))}
      </StatusIndicator>
      <Said said={draft} />
    </SpaceBetween>
  );
};

type Props = {
  readonly problem: Problem;
  readonly onDone: (problem: Problem) => void;
  readonly onConflict: () => unknown;
};

/** What people outside read about a problem, and what is written to be read next. */
export const ProblemKnownError = ({ problem, onDone, onConflict }: Props) => {
  const me = useMe();
  const record = withKnownErrorWork(problem, me);
  const isSpeaking = record.actions?.includes("publish_known_error") === true;
  const teams = useWhole("GET /teams", isSpeaking ? { query: { limit: 100 } } : undefined);
  const choices = teams.items.map(({ id, name }) => ({ value: id, text: name }));
  const { knownError } = problem;
  const actions = (
    <RecordActions
      record={record}
      actions={knownErrorActions(problem, choices)}
      onDone={onDone}
      onConflict={onConflict}
    />
  );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.lead} actions={actions}>
          {texts.title}
        </Header>
      }
    >
      {knownError === undefined ? (
        <Empty title={texts.none} lead={texts.noneLead} />
      ) : (
        <ColumnLayout columns={2}>
          <Read published={knownError.published} />
          <Written knownError={knownError} />
        </ColumnLayout>
      )}
    </Container>
  );
};
