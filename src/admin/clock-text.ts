/** What is said of a clock that is not believed. */
import type { ClockView } from '#register/register.ts';
import type { Office } from './office.ts';

export function clockText({ seen, left }: ClockView, { now }: Pick<Office, 'now'>): string {
  return [
    `The clock of this machine says ${hourIn(now().getTime())}; the register last saw ${hourIn(seen)}.`,
    `So no case is deleted until the service has run by this clock for ${Math.ceil(left / 3_600_000)} more hours.`,
    'If the clock is right you need not wait: npm run -s admin -- purge --clock-is-right',
  ].join(' ');
}

function hourIn(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 13).replace('T', ' ')}:00 UTC`;
}
