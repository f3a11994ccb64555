/** An error as AWS words it to SDK clients: status, `__type` and message. */
export class AwsFailure extends Error {
  readonly type: string;
  readonly status: number;

  constructor(type: string, message: string, status = 400) {
    super(message);
    this.name = "AwsFailure";
    this.type = type;
    this.status = status;
  }
}
