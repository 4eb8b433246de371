/** Where each model is described, as its code cites it; names and titles are in no language. */
export const REFERENCES = {
  workload: 'Gans, Koole & Mandelbaum (2003), “Telephone Call Centers”, MSOM 5(2)',
  erlangC: 'Gans, Koole & Mandelbaum (2003), “Telephone Call Centers”, MSOM 5(2)',
  erlangA:
    'Garnett, Mandelbaum & Reiman (2002), “Designing a Call Center with Impatient Customers”, MSOM 4(3)',
  conversation:
    'Reiser & Lavenberg (1980), “Mean-Value Analysis of Closed Multichain Queuing Networks”, JACM 27(2)',
  crew: 'Bhulai & Koole (2003), “A queueing model for call blending in call centers”, IEEE TAC 48(8)',
  deferred: 'Newell (1982), “Applications of Queueing Theory”, ch. 2',
  exact: 'Ingolfsson et al. (2007), INFORMS Journal on Computing 19(2)',
  simulation: 'Law (2015), “Simulation Modeling and Analysis”, 5th ed.',
  dayFactor: 'Steckley, Henderson & Mehrotra (2009), “Forecast errors in service systems”, PEIS 23',
  bot: undefined,
} as const;
