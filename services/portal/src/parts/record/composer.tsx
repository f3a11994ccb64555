import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { type ReactNode, useRef, useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { Route } from "../../api/request.ts";
import { notify } from "../../shell/notices.ts";
import { useShortcuts } from "../../shell/shortcuts.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import { SegmentedControl } from "../segmented-control.tsx";
import { useDraft } from "../use-draft.ts";
import { parameterOf } from "./action.ts";

type Kind = "comment" | "note";

type Props = {
  readonly id: string;
  /** Writes for everybody who follows the record; absent where one may not. */
  readonly comment?: Route | undefined;
  /** Writes for colleagues only; absent where one may not. */
  readonly note?: Route | undefined;
  /** Whether the person is who asked for it: they write to those who work on it. */
  readonly isAsker?: boolean;
  readonly onDone: (reply: unknown) => void;
  /** Buttons that put words into what is being written for everybody; absent where there are none. */
  readonly inserting?: ((insert: (text: string) => void) => ReactNode) | undefined;
};

type AnyCall = (route: Route, asked: object) => Promise<unknown>;

const words = {
  message: { hint: texts.messageHint, field: texts.writeMessage, send: texts.sendMessage },
  comment: { hint: texts.commentHint, field: texts.writeComment, send: texts.sendComment },
  note: { hint: texts.noteHint, field: texts.writeNote, send: texts.sendNote },
} as const;

const usePosting = ({ id, comment, note, onDone }: Props, kind: Kind) => {
  const draft = useDraft(`${id}.${kind}`, "");
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const post = async (): Promise<void> => {
    const route = kind === "comment" ? comment : note;
    if (route === undefined || draft.value.trim() === "") return;
    setRunning(true);
    setProblem(undefined);
    try {
      const asked = { params: { [parameterOf(route)]: id }, body: { text: draft.value.trim() } };
      const reply = await (call as AnyCall)(route, asked);
      draft.clear();
      notify("success", texts.posted);
      onDone(reply);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return { draft, isRunning, problem, post };
};

/**
 * Writes a reply that the requester sees, or a note for colleagues: the two look, read and are sent differently. What is
 * typed is kept on this device until it is posted; nothing of another person's edit can overwrite it.
 */
export const Composer = (props: Props) => {
  const { comment, note, isAsker = false } = props;
  const [chosen, setChosen] = useState<Kind>(comment === undefined ? "note" : "comment");
  const { draft, isRunning, problem, post } = usePosting(props, chosen);
  const field = useRef<TextareaProps.Ref>(null);
  const begin = (kind: Kind): void => {
    setChosen(kind);
    field.current?.focus();
  };
  const both = comment !== undefined && note !== undefined;
  useShortcuts(
    both
      ? [
          { keys: "r", meaning: texts.comment, run: () => begin("comment") },
          { keys: "n", meaning: texts.note, run: () => begin("note") },
        ]
      : [],
  );
  if (comment === undefined && note === undefined) return null;
  const { hint, field: label, send } = words[chosen === "comment" && isAsker ? "message" : chosen];
  return (
    <div className={`composer composer-${chosen}`}>
      <SpaceBetween size="s">
        {both && (
          <SegmentedControl
            label={label}
            selectedId={chosen}
            options={[
              { id: "comment", text: texts.comment, iconName: "contact" },
              { id: "note", text: texts.note, iconName: "lock-private" },
            ]}
            onChange={({ detail }) => setChosen(detail.selectedId as Kind)}
          />
        )}
        <ProblemAlert problem={problem} />
        <Textarea
          ref={field}
          ariaLabel={label}
          placeholder={label}
          value={draft.value}
          rows={3}
          onChange={({ detail }) => draft.set(detail.value)}
        />
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <Button
            variant={chosen === "comment" ? "primary" : "normal"}
            iconName={chosen === "comment" ? "send" : "lock-private"}
            loading={isRunning}
            onClick={() => void post()}
          >
            {send}
          </Button>
          {chosen === "comment" &&
            props.inserting?.((text) => draft.set([draft.value, text].filter(Boolean).join("\n\n")))}
          <Box variant="small">{draft.isKept && draft.value !== "" ? `${hint} ${texts.kept}.` : hint}</Box>
        </SpaceBetween>
      </SpaceBetween>
    </div>
  );
};
