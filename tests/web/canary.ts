/** A person who is not there: where any part of them turns up outside their own pages and files, something leaks. */
export const canary = {
  lastName: 'Канарейкина',
  firstName: 'Целестина',
  address: '999777, г. Птицеград, Клеточная ул., д. 77',
  latin: 'Celestina-Canary',
} as const;

const traces = /Канарейкин|Целестин|999777|Птицеград|Клеточн|Canary|%D0%9A%D0%B0%D0%BD/i;

/** What of the person is found in `text`, as words or percent-encoded. */
export function traceIn(text: string): string | undefined {
  return traces.exec(text)?.[0];
}

/** Every field of a request, filled with the person. */
export function canaryBody(template: string) {
  const { lastName, firstName, address, latin } = canary;
  return {
    template,
    authority: latin,
    date: lastName,
    filedFrom: address,
    applicant: {
      lastName: latin,
      firstName: latin,
      gender: latin,
      address: latin.repeat(40),
      email: lastName,
      phone: latin,
    },
    answers: {
      episode: latin,
      sources: [latin, lastName],
      ownSources: [
        { title: address.repeat(9), outlet: firstName.repeat(30), date: latin, url: lastName, [latin]: 1 },
      ],
      requests: [latin],
      ownWords: lastName.repeat(999),
      printouts: address,
      [lastName]: address,
    },
    [latin]: lastName,
    [address]: latin,
  };
}
