/**
 * One line of JSON for a fault: its kind, its route and the lines of code. Its message is left out, because a parser's
 * message quotes what a person typed, line breaks included. Of the register it is told what has to be mended: room, or the database.
 */
export function faultLine(error: Error, route: string, now: Date): string {
  const stack = error.stack ?? '';
  const places = stack
    .slice(stack.indexOf(error.message) + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at .*(?:file:|node:|\.ts:\d)/.test(line))
    .map((line) => line.trim());
  const kind = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  return JSON.stringify({
    time: now.toISOString(),
    error: kind,
    ...reasonOf(error),
    route,
    at: places.slice(0, 5),
  });
}

function reasonOf(error: Error): { reason?: string } {
  if (error.name !== 'RegisterUnavailable' || !('reason' in error)) return {};
  const reason = ['full', 'unreachable', 'busy'].find((one) => one === error.reason);
  return reason === undefined ? {} : { reason };
}
