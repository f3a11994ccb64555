import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FileInput from "@cloudscape-design/components/file-input";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useStore } from "../../session/store.ts";
import type { AttachedFile } from "./attached.ts";
import { FileList } from "./file-list.tsx";
import { chosenOf } from "./file-words.ts";
import { type Home, sendingsOf } from "./sending.ts";
import { SendingList } from "./sending-list.tsx";
import { fileTexts as texts } from "./texts.ts";
import { beginUploads, uploads } from "./uploads.ts";
import { useIncoming } from "./use-incoming.ts";

type Props = {
  readonly home: Home;
  readonly files: readonly AttachedFile[] | undefined;
  /** Whether the person works on the record: they may add what only colleagues see, and remove any file. */
  readonly isWorker: boolean;
  /** A record that is over takes no more files. */
  readonly isOver?: boolean;
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

/** The files of a record, and more chosen, dropped or pasted. One on a page: what is dropped there is for it. */
export const FilesCard = ({ home, files = [], isWorker, isOver = false }: Props) => {
  const sendings = sendingsOf(useStore(uploads), home);
  if (isOver && files.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" counter={files.length > 0 ? `(${files.length})` : ""}>
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {files.length > 0 && <FileList home={home} files={files} isWorker={isWorker} />}
        <SendingList sendings={sendings} />
        {!isOver && <Adding home={home} isWorker={isWorker} />}
      </SpaceBetween>
    </Container>
  );
};
