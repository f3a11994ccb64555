import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { TextAreaField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { follow } from "../../shell/follow.ts";
import { readTexts as texts } from "./texts.ts";

type Props = { readonly articleId: string; readonly title: string };

/** Asks whether an article helped; who says no is asked what was missing, and led on. */
export const Helped = ({ articleId, title }: Props) => {
  const [answer, setAnswer] = useState<"yes" | "no">();
  const [isSent, setSent] = useState(false);
  const [comment, setComment] = useState("");
  const rate = useCommand("POST /articles/{articleId}/rate", { onDone: () => setSent(true) });
  const send = (helpful: boolean): void => {
    const body = comment.trim() === "" ? { helpful } : { helpful, comment: comment.trim() };
    void rate.run({ params: { articleId }, body });
  };
  const say = (helpful: boolean): void => {
    setAnswer(helpful ? "yes" : "no");
    if (helpful) send(true);
  };
  return (
    <Container>
      <SpaceBetween size="s">
        <ProblemAlert problem={rate.problem} />
        {isSent && <Box>{texts.thanks}</Box>}
        {answer === undefined && (
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <b>{texts.helped}</b>
            <Button onClick={() => say(true)}>{texts.yes}</Button>
            <Button onClick={() => say(false)}>{texts.no}</Button>
          </SpaceBetween>
        )}
        {answer === "no" && !isSent && (
          <>
            <TextAreaField label={texts.missing} value={comment} onChange={setComment} name="comment" />
            <Button loading={rate.isRunning} onClick={() => send(false)}>
              {texts.send}
            </Button>
          </>
        )}
        {answer === "no" && (
          <Button variant="primary" href={`/report?title=${encodeURIComponent(title)}`} onFollow={follow}>
            {texts.report}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
};
