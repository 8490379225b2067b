/**
 * One line of JSON for a fault: its kind, its route and the lines of code. Its message is left out, because a parser's
 * message quotes what a person typed, line breaks included.
 */
export function faultLine(error: Error, route: string, now: Date): string {
  const stack = error.stack ?? '';
  const places = stack
    .slice(stack.indexOf(error.message) + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at .*(?:file:|node:|\.ts:\d)/.test(line))
    .map((line) => line.trim());
  const kind = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  return JSON.stringify({ time: now.toISOString(), error: kind, route, at: places.slice(0, 5) });
}
