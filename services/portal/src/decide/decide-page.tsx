import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../api/use-command.ts";
import { useRead } from "../api/use-read.ts";
import { TextAreaField } from "../parts/form/form-fields.tsx";
import { KeyValues } from "../parts/key-values.tsx";
import { ProblemAlert } from "../parts/problem-alert.tsx";
import { timeText } from "../parts/times.ts";
import { useDraft } from "../parts/use-draft.ts";
import { inWords } from "../parts/words.ts";
import { partTexts } from "../texts/parts.ts";
import { claimsIn, type DecisionClaims } from "./decision-claims.ts";
import { decideTexts as texts } from "./texts.ts";

type Verdict = "approve" | "reject";

const Dead = ({ title, lead }: { readonly title: string; readonly lead: string }) => (
  <SpaceBetween size="l">
    <Box variant="h1">{title}</Box>
    <Alert type="warning">{lead}</Alert>
    <Button href="/my/approvals">{texts.approvals}</Button>
  </SpaceBetween>
);

type Props = { readonly claims: DecisionClaims; readonly token: string };

/** What it is about, as the API tells whoever holds the link. */
const Asked = ({ claims: { recordId }, token }: Props) => {
  const asked = { params: { changeId: recordId }, body: { token } };
  const { value, problem } = useRead("POST /changes/{changeId}/decide-by-link/read", asked, { everyMs: 0 });
  if (value === undefined) return <ProblemAlert problem={problem} />;
  const { title, description, justification, reason, plannedStart, plannedEnd, risk, plans, decided } = value;
  const window = [plannedStart, plannedEnd].map((at) => (at === undefined ? "" : timeText(at))).join(" – ");
  return (
    <SpaceBetween size="m">
      {decided !== undefined && <Alert type="warning">{texts.closed}</Alert>}
      <Box variant="h2">{title}</Box>
      {description !== undefined && <p className="words">{description}</p>}
      <KeyValues
        columns={1}
        pairs={[
          [texts.why, justification],
          ...(reason === undefined ? [] : [[texts.inFreeze, reason] as const]),
          [texts.planned, plannedStart && window],
          [texts.risk, risk && inWords(risk)],
          ...Object.entries(plans).map(([name, text]) => [inWords(name), text] as const),
        ]}
      />
    </SpaceBetween>
  );
};

const Question = ({ claims, token }: Props) => {
  const { recordId, about, personId, expiresAt } = claims;
  const draft = useDraft(`${recordId}.decision.${personId}`, "");
  const [lacks, setLacks] = useState(false);
  const [done, setDone] = useState<string>();
  const { run, isRunning, problem } = useCommand("POST /changes/{changeId}/decide-by-link", {
    onDone: ({ changeId, title, verdict }) => {
      draft.clear();
      const what = `${changeId} ${title}`;
      setDone(verdict === "approve" ? texts.approved(what) : texts.rejected(what));
    },
  });
  const decide = (verdict: Verdict): void => {
    const comment = draft.value.trim();
    const isSilentNo = verdict === "reject" && comment === "";
    setLacks(isSilentNo);
    if (isSilentNo) return;
    const body = { token, verdict, ...(comment === "" ? {} : { comment }) };
    void run({ params: { changeId: recordId }, body });
  };
  if (done !== undefined)
    return (
      <SpaceBetween size="l">
        <Box variant="h1">{done}</Box>
        <Box variant="p">{texts.doneLead}</Box>
      </SpaceBetween>
    );
  return (
    <SpaceBetween size="l">
      <Box variant="h1">{texts[about](recordId)}</Box>
      <Box variant="p">
        {texts.asWho(personId)} {timeText(expiresAt)}.
      </Box>
      <Asked claims={claims} token={token} />
      <Link href={`/changes/${encodeURIComponent(recordId)}`}>{texts.read}</Link>
      <ProblemAlert problem={problem} />
      <TextAreaField
        label={texts.comment}
        hint={texts.commentHint}
        value={draft.value}
        onChange={draft.set}
        error={lacks ? partTexts.required : undefined}
        rows={3}
      />
      <SpaceBetween direction="horizontal" size="xs">
        <Button disabled={isRunning} onClick={() => decide("reject")}>
          {texts.reject}
        </Button>
        <Button variant="primary" loading={isRunning} onClick={() => decide("approve")}>
          {texts.approve}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
};

const Content = ({ token }: { readonly token: string }) => {
  const claims = claimsIn(token);
  if (claims === undefined) return <Dead title={texts.wrong} lead={texts.wrongLead} />;
  if (Date.parse(claims.expiresAt) <= Date.now()) return <Dead title={texts.over} lead={texts.overLead} />;
  return <Question claims={claims} token={token} />;
};

/**
 * Where a link in a mail leads: one question, decided by the link's own signature without signing in. The token stands
 * behind the `#`, which browsers send to no server, so it is in no log.
 */
export const DecidePage = ({ token }: { readonly token: string }) => {
  document.title = texts.title;
  return (
    <main className="gate">
      <Content token={token} />
    </main>
  );
};
