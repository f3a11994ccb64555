import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { TextAreaField } from "../form/form-fields.tsx";
import { keep, readKept } from "../kept.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import { useDraft } from "../use-draft.ts";
import { addressOfAsked, askedNow } from "./open-ratings.ts";
import { ratingTexts as texts } from "./rating-texts.ts";

type Survey = Schemas["SatisfactionSurvey"];

const scores = [1, 2, 3, 4, 5];

/** Questions put off on this device are not put again at the start page; the record's own page still asks. */
const useSkipped = () => {
  const [skipped, setSkipped] = useState(() => readKept<readonly string[]>("skipped", "ratings") ?? []);
  const skip = (id: string): void => {
    // The last hundred are enough: what is older is asked about no more.
    const next = [...skipped, id].slice(-100);
    keep("skipped", "ratings", next);
    setSkipped(next);
  };
  return { skipped, skip };
};

type FormProps = { readonly survey: Survey; readonly onDone: () => void; readonly onSkip?: () => void };

const Form = ({ survey, onDone, onSkip }: FormProps) => {
  const draft = useDraft(`${survey.id}.rating`, { score: "", comment: "" });
  const { score, comment } = draft.value;
  const answer = useCommand("POST /satisfaction-surveys/{satisfactionSurveyId}/answer", {
    done: texts.thanks,
    onDone: () => {
      draft.clear();
      onDone();
    },
  });
  const send = (): void => {
    const said = comment.trim() === "" ? {} : { comment: comment.trim() };
    void answer.run({
      params: { satisfactionSurveyId: survey.id },
      body: { score: Number(score), ...said },
    });
  };
  return (
    <SpaceBetween size="m">
      <ProblemAlert problem={answer.problem} />
      <FormField label={texts.scale} stretch>
        <RadioGroup
          direction="horizontal"
          ariaRequired
          value={score === "" ? null : score}
          onChange={({ detail }) => draft.set({ ...draft.value, score: detail.value })}
          items={scores.map((each) => ({ value: String(each), label: texts.scores[each] }))}
        />
      </FormField>
      {score !== "" && (
        <TextAreaField
          label={texts.comment}
          hint={texts.commentHint}
          rows={2}
          value={comment}
          onChange={(next) => draft.set({ ...draft.value, comment: next })}
        />
      )}
      <SpaceBetween direction="horizontal" size="xs">
        {score !== "" && (
          <Button variant="primary" loading={answer.isRunning} onClick={send}>
            {texts.send}
          </Button>
        )}
        {onSkip !== undefined && (
          <Button variant="link" onClick={onSkip}>
            {texts.skip}
          </Button>
        )}
      </SpaceBetween>
    </SpaceBetween>
  );
};

export type RatingProps = {
  /** The incident or request whose page this is; without it whatever is asked, one at a time. */
  readonly recordId?: string;
};

/** Asks how somebody was served, once something of theirs is over. Nothing is shown where nothing is asked. */
export const Rating = ({ recordId }: RatingProps) => {
  const { id: personId } = useMe();
  const { skipped, skip } = useSkipped();
  const asked = useRead(
    "GET /satisfaction-surveys",
    { query: { personId, state: "asked", limit: 100 } },
    { everyMs: 60_000 },
  );
  const survey = askedNow(asked.value?.items ?? [], recordId, skipped);
  if (survey === undefined) return null;
  const link = (
    <Link href={addressOfAsked(survey)} onFollow={follow}>
      {texts.lead(survey.about.id)}
    </Link>
  );
  const skipping = recordId === undefined ? { onSkip: () => skip(survey.about.id) } : {};
  return (
    <Container
      header={
        <Header variant="h2" description={recordId === undefined ? link : texts.lead(recordId)}>
          {texts.title}
        </Header>
      }
    >
      <Form key={survey.id} survey={survey} onDone={() => void asked.refresh()} {...skipping} />
    </Container>
  );
};
