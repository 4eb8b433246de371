/** What every chart says about itself. */
export const charts = {
  showTable: 'Table',
  showChart: 'Chart',
  showTableOf: (title: string) => `Show as a table: ${title}`,
  showChartOf: (title: string) => `Show as a chart: ${title}`,
  chartKeys: 'Arrow keys move from point to point.',
  stepKeys: 'Left and right arrows move between intervals, up and down change the agents.',
  moreOfPicture: 'More to the right: scroll the picture.',
  moreColumns: 'More columns to the right: scroll the table.',
  time: 'Time',
  closed: 'closed',
};
