/** The pipeline as pages: one address and one lazily loaded chunk each, in the order of the rail. */
import { lazy, type ComponentType } from 'react';
import { PageNotFetched } from '../page/page-not-fetched.ts';
import {
  ChannelsIcon,
  CompareIcon,
  CostIcon,
  DemandIcon,
  OverviewIcon,
  SimulationIcon,
  StaffingIcon,
} from '../shell/icons.tsx';
import { OverviewPage } from './overview/overview-page.tsx';

export type PageId = 'overview' | 'demand' | 'channels' | 'staffing' | 'simulation' | 'cost' | 'compare';

export type PageEntry = {
  readonly id: PageId;
  readonly Icon: ComponentType;
  readonly Page: ComponentType;
  /** Fetches and reads the page for whoever points at it: the click then only draws. */
  readonly prepare: () => void;
};

function entry(id: PageId, Icon: ComponentType, load: () => Promise<ComponentType>): PageEntry {
  const fetchPage = async (): Promise<{ default: ComponentType }> => {
    try {
      return { default: await load() };
    } catch (error) {
      throw new PageNotFetched(id, { cause: error });
    }
  };
  // A page that cannot be fetched says so when it is opened. Some browsers remember a failed import as long
  // as the document lives: without a network nothing is tried before somebody asks for the page.
  const prepare = () => {
    if (navigator.onLine) load().catch(() => {});
  };
  return { id, Icon, Page: lazy(fetchPage), prepare };
}

export const PAGES: readonly PageEntry[] = [
  // What most visits open with comes along; one request less before the answer.
  { id: 'overview', Icon: OverviewIcon, Page: OverviewPage, prepare: () => {} },
  entry('demand', DemandIcon, async () => (await import('./demand/demand-page.tsx')).DemandPage),
  entry('channels', ChannelsIcon, async () => (await import('./channels/channels-page.tsx')).ChannelsPage),
  entry('staffing', StaffingIcon, async () => (await import('./staffing/staffing-page.tsx')).StaffingPage),
  entry(
    'simulation',
    SimulationIcon,
    async () => (await import('./simulation/simulation-page.tsx')).SimulationPage,
  ),
  entry('cost', CostIcon, async () => (await import('./cost/cost-page.tsx')).CostPage),
  entry('compare', CompareIcon, async () => (await import('./compare/compare-page.tsx')).ComparePage),
];
