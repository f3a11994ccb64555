import Spinner from "@cloudscape-design/components/spinner";
import { useRead } from "../../api/use-read.ts";
import type { Bound } from "../../parts/form/bound.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ConflictDialog } from "../../parts/record/conflict-dialog.tsx";
import { goTo } from "../../shell/follow.ts";
import { notify } from "../../shell/notices.ts";
import { KeptPage } from "../service-levels/kept-page.tsx";
import { Unreadable } from "../service-levels/plain-text.ts";
import { type Cause, writtenOf } from "./cause-form.ts";
import { Moments, PossibleCauses, Whys } from "./cause-parts.tsx";
import { RootCausePart } from "./cause-root.tsx";
import { problemFormTexts as texts } from "./form-texts.ts";
import type { Problem } from "./problem-actions.ts";
import { useCause } from "./use-cause.ts";

const Editor = ({ problem }: { readonly problem: Problem }) => {
  const back = `/problems/${problem.id}`;
  const cause = useCause(problem, () => {
    notify("success", texts.saved);
    goTo(back);
  });
  const form: Bound<Cause> = { value: cause.yours, set: cause.change, problem: cause.problem };
  return (
    <KeptPage
      title={texts.causeTitle(problem.id)}
      lead={texts.causeLead}
      read={() => {
        if (writtenOf(cause.yours).timeline.some(({ at = "" }) => at === ""))
          throw new Unreadable(texts.needsTime);
      }}
      onSave={() => void cause.save()}
      draft={cause.draft}
      back={back}
      isRunning={cause.isRunning}
      problem={cause.problem}
    >
      <RootCausePart form={form} problemId={problem.id} />
      <Whys form={form} />
      <PossibleCauses form={form} />
      <Moments form={form} />
      {cause.conflicts !== undefined && (
        <ConflictDialog conflicts={cause.conflicts} onMerge={cause.merge} onClose={cause.giveUpMerge} />
      )}
    </KeptPage>
  );
};

/** What is known of a problem's cause, written as a whole: root cause, five whys, possible causes, timeline. */
export const CausePage = ({ problemId }: { readonly problemId: string }) => {
  const read = useRead("GET /problems/{problemId}", { params: { problemId } });
  if (read.value !== undefined) return <Editor key={problemId} problem={read.value} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
