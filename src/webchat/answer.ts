/** What a route answers: a status, a JSON body, and more headers where needed. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code } } });

/**
 * Every refusal, constant: nothing of what was sent or went wrong is said back. Web Chat reads the status: 403 asks for a new token
 * (401 would not), 404 ends the talk, 500 offers to send again.
 */
export const REFUSED = {
  malformed: refusal(400, 'BadArgument'),
  forbidden: refusal(403, 'Forbidden'),
  unknown: refusal(404, 'NotFound'),
  noFiles: refusal(415, 'FilesNotTaken'),
  failed: refusal(500, 'ServiceError'),
} as const;

/** Web Chat reads the header as milliseconds, and then comes too early once more; programs read it as what it is, seconds. */
export const tooMany = (seconds: number): Answer => ({ ...refusal(429, 'TooManyRequests'), headers: { 'retry-after': String(seconds) } });

export const refusedBody = (status: number): Answer => refusal(status, 'BadArgument');

export const ok = (body: Answer['body'], headers: Answer['headers'] = {}): Answer => ({ status: 200, body, headers });
