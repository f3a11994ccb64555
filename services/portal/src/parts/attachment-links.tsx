import Link from "@cloudscape-design/components/link";

type Attachment = { readonly name: string; readonly url: string };

/** Files that a text refers to and that lie elsewhere, each opened beside the page. */
export const AttachmentLinks = ({ attachments }: { readonly attachments: readonly Attachment[] }) => (
  <ul className="changes">
    {attachments.map(({ name, url }) => (
      <li key={`${name} ${url}`}>
        <Link href={url} external>
          {name}
        </Link>
      </li>
    ))}
  </ul>
);
