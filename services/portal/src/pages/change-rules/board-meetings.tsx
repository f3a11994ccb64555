import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { usePages } from "../../api/use-pages.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { type Bound, textOf, withoutEmpty } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { MomentField } from "../../parts/form/moment-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { When } from "../../parts/when.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow, goTo } from "../../shell/follow.ts";
import { managers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";

type Called = { readonly startsAt: string; readonly endsAt: string; readonly place?: string };
type Props = { readonly boardId: string };

const CallMeeting = ({ boardId, onClose }: Props & { readonly onClose: () => void }) => {
  const draft = useDraft<Called>(`${boardId}.meeting`, { startsAt: "", endsAt: "" });
  const { run, isRunning, problem } = useCommand("POST /change-meetings", {
    done: texts.called,
    onDone: ({ id }) => {
      draft.clear();
      goTo(`/change-meetings/${id}`);
    },
  });
  const form: Bound<Called> = { value: draft.value, set: draft.set, problem };
  return (
    <Dialog
      title={texts.callMeeting}
      onClose={onClose}
      confirm={{
        text: texts.callMeeting,
        isRunning,
        onClick: () => void run({ body: { boardId, ...withoutEmpty(draft.value) } }),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        <MomentField {...textOf(form, "startsAt", texts.begins)} isRequired />
        <MomentField {...textOf(form, "endsAt", texts.ends)} isRequired />
        <TextField {...textOf(form, "place", texts.place)} />
      </SpaceBetween>
    </Dialog>
  );
};

/** Meetings of a board, the latest first, and the way to call another one. */
export const BoardMeetings = ({ boardId }: Props) => {
  const me = useMe();
  const [isCalling, setCalling] = useState(false);
  const meetings = usePages("GET /change-meetings", { query: { boardId, limit: 20 } });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            hasRole(me, ...managers) && <Button onClick={() => setCalling(true)}>{texts.callMeeting}</Button>
          }
        >
          {texts.meetings}
        </Header>
      }
    >
      <ProblemAlert problem={meetings.problem} onRetry={meetings.refresh} />
      {!meetings.isLoading && meetings.items.length === 0 && <Box>{texts.noMeetings}</Box>}
      <ul className="plain">
        {meetings.items.map(({ id, startsAt, state }) => (
          <li key={id}>
            <Link href={`/change-meetings/${id}`} onFollow={follow}>
              <When at={startsAt} />
            </Link>{" "}
            <StateBadge state={state} />
          </li>
        ))}
      </ul>
      {isCalling && <CallMeeting boardId={boardId} onClose={() => setCalling(false)} />}
    </Container>
  );
};
