import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { lazily } from "../../parts/lazily.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import type { CallMeetingProps } from "./call-meeting.tsx";
import { managers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";

const CallMeeting = lazily<CallMeetingProps>(async () => (await import("./call-meeting.tsx")).CallMeeting);

/** Meetings of a board, the latest first, and the way to call another one. */
export const BoardMeetings = ({ boardId }: { readonly boardId: string }) => {
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
