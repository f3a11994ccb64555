import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { TextAreaField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { follow } from "../../shell/follow.ts";
import { Flag } from "./flag.tsx";
import { readTexts as texts } from "./texts.ts";

type Props = { readonly articleId: string; readonly title: string };

type CommentProps = Pick<Props, "articleId"> & { readonly helpful: boolean };

/** What somebody has to say besides yes or no; kept on this device until it is sent. */
const Comment = ({ articleId, helpful }: CommentProps) => {
  const draft = useDraft(`${articleId}.rating`, "");
  const [isSent, setSent] = useState(false);
  const rate = useCommand("POST /articles/{articleId}/rate", {
    onDone: () => {
      draft.clear();
      setSent(true);
    },
  });
  const comment = draft.value.trim();
  if (isSent) return <Box>{texts.told}</Box>;
  return (
    <SpaceBetween size="s">
      <ProblemAlert problem={rate.problem} />
      <TextAreaField
        label={helpful ? texts.remark : texts.missing}
        hint={texts.whoReads}
        value={draft.value}
        onChange={draft.set}
        name="comment"
        problem={rate.problem}
      />
      <Button
        loading={rate.isRunning}
        disabled={comment === ""}
        onClick={() => void rate.run({ params: { articleId }, body: { helpful, comment } })}
      >
        {texts.send}
      </Button>
    </SpaceBetween>
  );
};

/** Asks whether an article helped, takes what people say about it, and leads on who is not helped. */
export const Helped = ({ articleId, title }: Props) => {
  const [answer, setAnswer] = useState<boolean>();
  const rate = useCommand("POST /articles/{articleId}/rate");
  // Told at once: who says no and goes away has said it all the same.
  const say = (helpful: boolean): void => {
    setAnswer(helpful);
    void rate.run({ params: { articleId }, body: { helpful } });
  };
  return (
    <Container>
      <SpaceBetween size="s">
        <ProblemAlert problem={rate.problem} />
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          {answer === undefined ? <b>{texts.helped}</b> : <div role="status">{texts.thanks}</div>}
          {answer === undefined && <Button onClick={() => say(true)}>{texts.yes}</Button>}
          {answer === undefined && <Button onClick={() => say(false)}>{texts.no}</Button>}
          <Flag articleId={articleId} />
        </SpaceBetween>
        {answer !== undefined && <Comment key={String(answer)} articleId={articleId} helpful={answer} />}
        {answer === false && (
          <Button variant="primary" href={`/report?title=${encodeURIComponent(title)}`} onFollow={follow}>
            {texts.report}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
};
