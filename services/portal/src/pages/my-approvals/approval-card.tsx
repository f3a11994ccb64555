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
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  readonly facts: readonly (readonly [string, ReactNode])[];
  readonly problem: ApiProblem | undefined;
  readonly isRunning: boolean;
  readonly onApprove: Say;
  readonly onReject: Say;
};

/** Enough to decide on, and the two answers. Who says no says why; the comment is kept until it is sent. */
export const ApprovalCard = ({ id, kind, title, href, facts, problem, isRunning, ...say }: Props) => {
  const draft = useDraft(`${id}.approval`, "");
  const [lacks, setLacks] = useState(false);
  const comment = draft.value.trim();
  const answer = async (isYes: boolean): Promise<void> => {
    setLacks(!isYes && comment === "");
    if (!isYes && comment === "") return;
    const send = isYes ? say.onApprove : say.onReject;
    if ((await send(comment === "" ? {} : { comment })) !== undefined) draft.clear();
  };
  const buttons = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button href={href} onFollow={follow}>
        {texts.open}
      </Button>
      <Button disabled={isRunning} onClick={() => void answer(false)}>
        {texts.reject}
      </Button>
      <Button variant="primary" loading={isRunning} onClick={() => void answer(true)}>
        {texts.approve}
      </Button>
    </SpaceBetween>
  );
  return (
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
        <TextAreaField
          label={texts.comment}
          hint={texts.commentNeeded}
          rows={2}
          value={draft.value}
          onChange={draft.set}
          error={lacks ? partTexts.required : undefined}
        />
      </SpaceBetween>
    </Container>
  );
};
