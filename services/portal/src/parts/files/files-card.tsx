import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FileInput from "@cloudscape-design/components/file-input";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import { useMe } from "../../session/me.ts";
import { useStore } from "../../session/store.ts";
import { notify } from "../../shell/notices.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import type { AttachedFile } from "./attached.ts";
import { AttachedFileRow } from "./attached-file.tsx";
import { chosenOf } from "./file-words.ts";
import { askOf } from "./send-file.ts";
import { type Home, sendingsOf } from "./sending.ts";
import { SendingList } from "./sending-list.tsx";
import { fileTexts as texts } from "./texts.ts";
import { beginUploads, showRecord, uploads } from "./uploads.ts";
import { useIncoming } from "./use-incoming.ts";

type Props = {
  readonly home: Home;
  readonly files: readonly AttachedFile[] | undefined;
  /** Whether the person works on the record: they may add what only colleagues see, and remove any file. */
  readonly isWorker: boolean;
  /** A record that is over takes no more files. */
  readonly isOver?: boolean;
};

/** Pictures that show at once; the others open by a click. */
const shownAtOnce = 3;

const useRemoving = (home: Home) => {
  const [asked, setAsked] = useState<AttachedFile>();
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const remove = async (): Promise<void> => {
    if (asked === undefined) return;
    setRunning(true);
    setProblem(undefined);
    try {
      showRecord(home, await askOf(home, "attachments/remove", { attachmentId: asked.id }));
      notify("success", texts.removed(asked.name));
      setAsked(undefined);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setRunning(false);
    }
  };
  return { asked, isRunning, problem, remove, ask: setAsked };
};

const Adding = ({ home, isWorker }: Pick<Props, "home" | "isWorker">) => {
  const [internal, setInternal] = useState(false);
  const begin = (files: readonly File[], pastedAt?: Date): void =>
    beginUploads(home, chosenOf(files, pastedAt), internal);
  const isOver = useIncoming(begin);
  return (
    <div className={isOver ? "dropping" : undefined}>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <FileInput multiple value={[]} onChange={({ detail }) => begin(detail.value)}>
          {texts.choose}
        </FileInput>
        <Box variant="small">{isOver ? texts.dropHere : texts.hint}</Box>
        {isWorker && (
          <Checkbox
            checked={internal}
            description={texts.internalHint}
            onChange={({ detail }) => setInternal(detail.checked)}
          >
            {texts.internal}
          </Checkbox>
        )}
      </SpaceBetween>
    </div>
  );
};

/** The files of a record: looked at, fetched and removed, and more chosen, dropped or pasted. */
export const FilesCard = ({ home, files = [], isWorker, isOver = false }: Props) => {
  const me = useMe();
  const removing = useRemoving(home);
  const sendings = sendingsOf(useStore(uploads), home);
  if (isOver && files.length === 0) return null;
  const pictures = files.filter(({ type }) => type.startsWith("image/")).slice(-shownAtOnce);
  return (
    <Container
      header={
        <Header variant="h2" counter={files.length > 0 ? `(${files.length})` : ""}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {files.length > 0 && (
          <ul className="plain">
            {files.map((file) => (
              <AttachedFileRow
                key={file.id}
                home={home}
                file={file}
                isShown={pictures.includes(file)}
                onRemove={isWorker || file.addedBy === me.id ? () => removing.ask(file) : undefined}
              />
            ))}
          </ul>
        )}
        <SendingList sendings={sendings} />
        {!isOver && <Adding home={home} isWorker={isWorker} />}
      </SpaceBetween>
      {removing.asked !== undefined && (
        <Dialog
          title={texts.removeTitle}
          onClose={() => removing.ask(undefined)}
          confirm={{
            text: texts.removeIt,
            onClick: () => void removing.remove(),
            isRunning: removing.isRunning,
          }}
        >
          <SpaceBetween size="s">
            <ProblemAlert problem={removing.problem} />
            <p>{texts.removeLead(removing.asked.name)}</p>
          </SpaceBetween>
        </Dialog>
      )}
    </Container>
  );
};
