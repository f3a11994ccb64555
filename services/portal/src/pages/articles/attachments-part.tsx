import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { TextField } from "../../parts/form/form-fields.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import type { Content } from "./article-content.ts";
import { articleTexts as texts } from "./texts.ts";

type Attachment = NonNullable<Content["attachments"]>[number];

/** As many as the API keeps. */
const most = 20;

/** Files that lie elsewhere, by name and address: who may open them is decided there. */
export const AttachmentsPart = ({ rows }: { readonly rows: Bound<readonly Attachment[]> }) => (
  <Container
    header={
      <Header variant="h2" description={texts.attachmentsLead}>
        {texts.attachments}
      </Header>
    }
  >
    <RowList<Attachment>
      rows={rows}
      nameOf={({ name }, at) => name || texts.attachment(at)}
      add={{ text: texts.addAttachment, make: () => ({ name: "", url: "" }) }}
      most={most}
    >
      {(row) => (
        <ColumnLayout columns={2}>
          <TextField {...textOf(row, "name", texts.attachmentName)} isRequired />
          <TextField {...textOf(row, "url", texts.attachmentUrl)} placeholder="https://" isRequired />
        </ColumnLayout>
      )}
    </RowList>
  </Container>
);
