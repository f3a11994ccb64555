/** An error as S3 words it: status, code and message, sent as XML. */
export class S3Failure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "S3Failure";
    this.status = status;
    this.code = code;
  }
}

export const accessDenied = (message = "Access Denied"): S3Failure =>
  new S3Failure(403, "AccessDenied", message);

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const failureXml = ({ code, message }: S3Failure): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message.replaceAll(
    /[&<>"]/g,
    (each) => escapes[each] ?? "",
  )}</Message></Error>`;
