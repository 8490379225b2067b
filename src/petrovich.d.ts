/** petrovich 0.2.1 ships no types: what this product calls. */
declare module 'petrovich' {
  export type Person = {
    gender: 'male' | 'female' | 'androgynous';
    first?: string;
    middle?: string;
    last?: string;
  };
  export default function petrovich(
    person: Person,
    grammaticalCase: 'genitive' | 'dative',
  ): Omit<Person, 'gender'>;
}
