import type { IncomingMessage } from 'node:http';

/** A refusal that is safe to show: a status and a constant word, never a parser's message. */
interface Refused {
  readonly status: 400 | 408 | 413 | 415;
  readonly error: 'bad request' | 'too slow' | 'too large' | 'unsupported';
}
/** The value, and the text that it was read from: a signature is over the text. */
type Read = { readonly value: unknown; readonly text: string } | Refused;

const LIMIT = 256 * 1024;
const SLOW = 5_000;
const DEEP = 32;
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

const JSON_ONLY = /^application\/json\s*(?:;|$)/i;

const refused = (status: Refused['status'], error: Refused['error']): Refused => ({ status, error });

/** How deep brackets nest outside of strings, counted before JSON.parse, whose recursion a hostile body could exhaust. */
const depthOf = (json: string): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
};

const bytesOf = (request: IncomingMessage): Promise<Buffer | Refused> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (result: Buffer | Refused) => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      // What still comes is thrown away, so that the answer can be read by who sent too much.
      request.resume();
      resolve(result);
    };
    const timer = setTimeout(() => end(refused(408, 'too slow')), SLOW);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LIMIT) end(refused(413, 'too large'));
      else chunks.push(chunk);
    });
    request.on('end', () => end(Buffer.concat(chunks)));
    request.on('error', () => end(refused(400, 'bad request')));
  });

/** Half a surrogate pair and NUL are no text: databases refuse them or change them, each in its own way. */
const asText = (value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value);

/** Reads what a form of a page posted; the same limits as for JSON. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams | Refused> => {
  const type = request.headers['content-type'] ?? '';
  if (request.headers['content-encoding'] !== undefined || !/^application\/x-www-form-urlencoded\b/i.test(type))
    return refused(415, 'unsupported');
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) return refused(413, 'too large');
  const bytes = await bytesOf(request);
  return Buffer.isBuffer(bytes) ? new URLSearchParams(bytes.toString('utf8')) : bytes;
};

/**
 * Reads a JSON body by ourselves: restify's parser unpacks without limit and dies of a broken gzip (restify issue 1785).
 * At most 256 KiB on the wire, no content encoding, 5 seconds, 32 levels; keys that reach a prototype are dropped.
 */
export const readJson = async (request: IncomingMessage): Promise<Read> => {
  const type = request.headers['content-type'] ?? '';
  if (request.headers['content-encoding'] !== undefined || !JSON_ONLY.test(type)) return refused(415, 'unsupported');
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) return refused(413, 'too large');
  const bytes = await bytesOf(request);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const json = bytes.toString('utf8');
  if (depthOf(json) > DEEP) return refused(400, 'bad request');
  try {
    return { value: JSON.parse(json, (key, value) => (POISON.has(key) ? undefined : asText(value))), text: json };
  } catch {
    return refused(400, 'bad request');
  }
};
