import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { TextAreaField } from "../../parts/form/form-fields.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { follow } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";
import { myApprovalsTexts as texts } from "./texts.ts";

type Body = { readonly comment?: string };
type Say = (body: Body) => Promise<unknown>;

type Props = {
  readonly id: string;
  /** Names the draft of the comment where the record has two questions. */
  readonly draft?: string;
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
  readonly problem: ApiProblem | undefined;
  readonly isRunning: boolean;
  /** They were asked, but may not answer: they ask for it themselves, or do the work. */
  readonly isBarred?: boolean;
  readonly onApprove: Say;
  readonly onReject: Say;
  /** Leaves it to the others who were asked. */
  readonly onAbstain?: Say;
  /** It was changed or decided meanwhile: shows how it is now. */
  readonly onRefused?: () => unknown;
};

/** Enough to decide on, and the answers. Who says no says why; the comment is kept until it is sent. */
export const ApprovalCard = ({ id, kind, title, href, facts, problem, isRunning, ...props }: Props) => {
  const { isBarred = false, onApprove, onReject, onAbstain, onRefused } = props;
  const draft = useDraft(props.draft ?? `${id}.approval`, "");
  const [lacks, setLacks] = useState(false);
  const comment = draft.value.trim();
  const answer = async (send: Say): Promise<void> => {
    const isLacking = send === onReject && comment === "";
    setLacks(isLacking);
    if (isLacking) return;
    if ((await send(comment === "" ? {} : { comment })) === undefined) void onRefused?.();
    else draft.clear();
  };
  const answers = (
    <>
      {onAbstain !== undefined && (
        <Button disabled={isRunning} onClick={() => void answer(onAbstain)}>
          {texts.abstain}
        </Button>
      )}
      <Button disabled={isRunning} onClick={() => void answer(onReject)}>
        {texts.reject}
      </Button>
      <Button variant="primary" loading={isRunning} onClick={() => void answer(onApprove)}>
        {texts.approve}
      </Button>
    </>
  );
  const buttons = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button href={href} onFollow={follow}>
        {texts.open}
      </Button>
      {!isBarred && answers}
    </SpaceBetween>
  );
  return (
    <section aria-label={`${kind} ${id}: ${title}`}>
      <Container
        header={
          <Header variant="h2" description={`${kind} ${id}`} actions={buttons}>
            {title}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <ProblemAlert problem={problem} />
          <KeyValues columns={3} pairs={facts} />
          {isBarred ? (
            <Box>{texts.barred}</Box>
          ) : (
            <TextAreaField
              label={texts.comment}
              hint={texts.commentNeeded}
              rows={2}
              value={draft.value}
              onChange={draft.set}
              error={lacks ? partTexts.required : undefined}
            />
          )}
        </SpaceBetween>
      </Container>
    </section>
  );
};
