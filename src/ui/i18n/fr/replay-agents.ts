import type { ReplayAgents } from '../en/replay-agents.ts';

export const replayAgents: ReplayAgents = {
  title: 'Conseiller par conseiller',
  caption: (time) => `Chaque conseiller à ${time}`,
  agent: 'Conseiller',
  numbered: (group, number) => `${group} ${number}`,
  shift: 'Vacation',
  now: 'En ce moment',
  since: 'Depuis',
  taken: 'Contacts pris jusqu’ici',
  many: (channel, count) => `${channel}\u202F×\u202F${count}`,
  free: 'disponible',
  onBreak: (until) => `en pause jusqu’à ${until}`,
  pages: 'Pages des conseillers',
  absent: 'absent ce jour',
  readout: (agent, group, now) => `**${agent}** (${group})\u202F: ${now}`,
  point: 'Pointez un carré, ou touchez-le, pour voir à qui il est\u202F; les noms viennent des vacations.',
};
