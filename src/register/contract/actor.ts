/** Who of which organisation acts. */
import type { Role } from '#domain/register/roles.ts';

export type Actor = { organisation: string; person: string; role: Role };
