/** The worked examples that come with the app, each a file of its own. */
import type { Scenario } from '../../scenario/schema.ts';

const FIRST = '../../../scenarios/retail-peak-week.json';

const addresses = import.meta.glob<string>('../../../scenarios/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

export const exampleIds: readonly string[] = Object.keys(addresses);

export async function example(id: string): Promise<Scenario> {
  const address = addresses[id];
  if (!address) throw new Error(`no worked example ${id}`);
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`the worked example was not fetched: ${response.status}`);
  // Its test parses it; taking it as it is puts the first figures on screen sooner.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return (await response.json()) as Scenario;
}

/** What a first visit opens with. */
export const firstExample = (): Promise<Scenario> => example(FIRST);
