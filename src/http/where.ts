/** Where an error came from, without its message, which may hold what a person typed, in as many lines as it was typed in. */
export const whereOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an error';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const { stack = '', message } = error;
  const messageAt = stack.indexOf(message);
  // A message that was changed after the error was made leaves the old one in the stack, and nothing tells where that ends.
  const frames = messageAt < 0 ? [] : stack.slice(messageAt + message.length).split('\n');
  const places = frames.filter((line) => /^\s+at /.test(line)).slice(0, 6);
  return [`${error.name}${code}`, ...places.map((frame) => frame.trim())].join(' | ');
};
