import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { type Read, useRead } from "../../api/use-read.ts";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { type Duplicate, whyOf } from "./duplicate.ts";
import { MergeCard } from "./merge-card.tsx";
import { duplicateTexts as texts } from "./texts.ts";

const actions: readonly Action<Duplicate>[] = [
  {
    action: "dismiss",
    text: texts.dismiss,
    route: "POST /ci-duplicates/{duplicateId}/dismiss",
    lead: texts.dismissLead,
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
    isPrimary: true,
  },
  {
    action: "reopen",
    text: texts.reopen,
    route: "POST /ci-duplicates/{duplicateId}/reopen",
    isPrimary: true,
  },
];

type Props = { readonly duplicate: Duplicate; readonly read: Read<Duplicate> };

const Two = ({ duplicate, read }: Props) => {
  const [first = "", second = ""] = duplicate.ciIds;
  const one = useRead("GET /cis/{ciId}", { params: { ciId: first } });
  const other = useRead("GET /cis/{ciId}", { params: { ciId: second } });
  const problem = one.problem ?? other.problem;
  if (one.value !== undefined && other.value !== undefined)
    return (
      <MergeCard
        key={duplicate.state}
        duplicate={duplicate}
        cis={[one.value, other.value]}
        onDone={(next) => {
          read.put(next);
          void one.refresh();
          void other.refresh();
        }}
        onConflict={() => void read.refresh()}
      />
    );
  if (problem !== undefined) return <Alert type="info">{texts.unseen}</Alert>;
  return <Spinner />;
};

const Became = ({ duplicate }: Pick<Props, "duplicate">) => {
  const { survivorId = "" } = duplicate;
  const name = useCiNames(survivorId === "" ? [] : [survivorId]);
  if (duplicate.state === "dismissed")
    return (
      <Box>
        {texts.dismissed}: {duplicate.dismissal}
      </Box>
    );
  if (survivorId === "") return null;
  return (
    <Box>
      {texts.stayed(`${name(survivorId)} (${survivorId})`)} {duplicate.state === "merging" && texts.merging}
    </Box>
  );
};

const Shown = ({ duplicate, read }: Props) => {
  const name = useCiNames(duplicate.ciIds);
  return (
    <RecordPage
      id={duplicate.id}
      title={duplicate.ciIds.map(name).join(texts.and)}
      state={duplicate.state}
      stateText={texts.states[duplicate.state] ?? duplicate.state}
      actions={
        <RecordActions record={duplicate} actions={actions} onDone={read.put} onConflict={read.refresh} />
      }
      alert={<ChangedElsewhere read={read} />}
    >
      <SpaceBetween size="m">
        <Container>
          <Box>{whyOf(duplicate)}</Box>
          <Became duplicate={duplicate} />
        </Container>
        <Two duplicate={duplicate} read={read} />
      </SpaceBetween>
    </RecordPage>
  );
};

/** Two items that may be one: why, how they differ, and what becomes of them. */
export const DuplicatePage = ({ duplicateId }: { readonly duplicateId: string }) => {
  const read = useRead("GET /ci-duplicates/{duplicateId}", { params: { duplicateId } });
  if (read.value !== undefined) return <Shown key={duplicateId} duplicate={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
