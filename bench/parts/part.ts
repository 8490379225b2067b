/** One part of the benchmark; `say` tells a person who waits how far it is. */
import type { Section } from '../section.ts';
import type { Folder } from '../work/folder.ts';

export type Part = (folder: Folder, say: (progress: string) => void) => Promise<Section[]>;
