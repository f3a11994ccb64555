/** What DynamoDB answers instead, with a status of 400. */
export class DatabaseFailure extends Error {
  readonly type: string;
  readonly more: object;

  constructor(type: string, message: string, more: object = {}) {
    super(message);
    this.type = type;
    this.more = more;
  }
}

export const invalid = (message: string): DatabaseFailure =>
  new DatabaseFailure("ValidationException", message);

export const conditionFailed = (): DatabaseFailure =>
  new DatabaseFailure("ConditionalCheckFailedException", "The conditional request failed");
