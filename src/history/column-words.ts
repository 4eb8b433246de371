/** The words with which exports head their columns, English and French, without accents. */

/** @example tokens('AverageHandleTime (s)') // ['average', 'handle', 'time', 's'] */
export function tokens(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((token) => token !== '');
}

/** Whether one of the phrases stands among the words, as whole words. */
export function says(words: readonly string[], phrases: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

const list = (text: string) => text.split(',').map((phrase) => phrase.trim());

export const START = list(
  'start, interval start, timestamp, time stamp, datetime, date time, date heure, horodatage, horodate, begin, debut, opened, opened at, ouvert, ouverture, arrival, arrived, arrivee, created, created at, cree, creation, received, recu, reception, offered at, interval, initiated, submitted',
);
export const NOT_START = list(
  'end, ended, fin, stop, resolved, resolution, closed, cloture, updated, modified, changed, answered, answer, assigned, due, service start, queue start, hire, hired, embauche, finished, completed, exit',
);
export const TIME = list(
  'time, heure, hour, hours, heures, period, periode, interval, intervalle, tranche, creneau, slot, from, de',
);
export const OFFSET = list(
  'offset, utc offset, gmt offset, time zone, timezone, tz, zone, fuseau, fuseau horaire, decalage, decalage utc',
);
/** A heading under which a bare number is an hour. */
export const HOUR = list('hour, hours, heure, heures, h, hr');
export const CHANNEL = list(
  'queue, queue name, ct name, contact type name, channel, canal, file, file attente, queue group, skill, skill set, competence, service, activite, activity, lob, line of business, contact type, media, media type, channel type, channel name, call type, flux, workload, campaign, campagne, site, via, group, groupe, assignment group',
);
/** A column that says by which way contacts of one queue came. */
export const MEDIA = list('media, media type, media name, channel type, contact type, canal, via');
/** Channels that are themselves counted: a column of numbers under such a heading is a volume. */
export const CHANNEL_NOUNS = list(
  'phone, voice, telephone, tel, voix, chat, tchat, chats, tchats, email, emails, e mail, mail, mails, courriel, courriels, sms, whatsapp, messenger, messaging, messages, social, web, letters, courriers, fax, self service, bot, chatbot',
);
export const VOLUME = list(
  'volume, volumes, offer, offered, offerts, offertes, presentes, presentees, recus, recues, incoming, entrants, inbound, calls, call, contacts, contact, count, nombre, nb, tickets, ticket, appels, appel, arrivals, arrivees, demand, demande, demandes, demandes recues, interactions, conversations, cases, incidents, requests, nco, received, quantity, qty, total',
);
export const ANSWERED = list(
  'answer, answered, handle, handled, served, completed, traites, traitees, traite, decroches, decroche, repondus, servis, aboutis, acd calls',
);
export const ABANDONED = list(
  'abandoned, abandon, abandons, abandonnes, abandonnees, aband, lost, perdus, dissuades, hangups, missed, manques',
);
export const HANDLE_TIME = list(
  'aht, dmt, tht, handle time, handling time, handled time, average handle, avg handle, total handle, talk time, agent time, agent working time, agent interaction time, service time, temps de traitement, temps traitement, duree de traitement, duree traitement, duree moyenne, dmc, tmt, duration, duree, service s, service sec, service seconds, talk s, talk sec, talk seconds, temps conversation, temps de conversation, handle s, handle sec, handle seconds, traitement s',
);
export const TALK = list(
  'talk, talk time, talking, dmc, communication, conversation, agent time, agent working time, interaction time',
);
export const WRAP_UP = list('after call, after call work, acw, wrap, wrap up, wrapup, post appel, dap');
/** Figures about contacts that are not contacts. */
export const OTHER_FIGURES = list(
  'first response, first reply, frt, stations, in queue, inqueue, pre queue, prequeue, post queue, postqueue, fcst, forecasted, sched, scheduled, required, rev, planned, open, %, percent, pct, rate, ratio, taux, sl, sla, service level, niveau de service, ns, qs, asa, wait, waiting, attente, queue s, queue sec, queue time, speed, occupancy, occupation, agents, staff, staffed, fte, etp, conseillers, heads, priority, priorite, position, temperature, score, csat, nps, cost, cout, price, revenue, weekday, day of week, week, semaine, month, year, interval duration, duration min, reassignments, version, occupation, forecast, prevision, adherence, shrinkage, vru s, hold time, hold, wrap, acw, after call, dap',
);
/** What was planned, or one contact's extreme: beside what happened it is never it. */
export const NOT_MEASURED = list(
  'fcst, forecast, forecasted, sched, scheduled, rev, revised, planned, required, budget, budgeted, target, goal, prevision, previsions, prevu, prevue, prevus, prevues, previsionnel, previsionnelle, objectif, cible, max, maximum, maximal, maximale, longest, shortest, minimum',
);
/** A figure so headed is a span of time, not a count. */
export const SPAN = list('talk, talking, time, temps, duration, duree, dur, delay, delai');
/** Some of the contacts only: `abandoned in 20 seconds`, `handled outbound`, `short calls`. */
export const SOME = list(
  'within, sl, threshold, short, courts, outbound, sortant, sortants, sortantes, callback, callbacks, rappels, api, transferred, transferes, on hold, overflow, in seconds, in sec, dans les',
);
export const TOTAL = list('total, tht, sum, somme, cumul, totale');
export const AVERAGE = list('average, avg, mean, moyen, moyenne, aht, dmt, dmc, tmt');
export const IDENTIFIER = list(
  'id, ids, uuid, guid, identifier, identifiant, customer, client, caller, appelant, customer name, agent, agent name, conseiller, conseillere, teleconseiller, user, utilisateur, login, employee, employe, matricule, name, nom, prenom, first name, last name, ani, cli, dnis, msisdn, phone number, numero, address, adresse, ip, assignee, assigned to, opened by, caller id, account, compte, iban, ssn, reference, ref, requester, demandeur, submitter, subject, objet, sujet, comment, commentaire',
);
/** How long the agent has been there, or since when. */
export const TENURE = list(
  'tenure, seniority, anciennete, hire date, hired, hired on, date embauche, date d embauche, embauche, length of service, months of service, months employed',
);
export const DAYS = list('day, days, jour, jours');
export const WEEKS = list('week, weeks, semaine, semaines');
export const YEARS = list('year, years, an, ans, annee, annees');
/** Columns of a log with one row per contact. */
export const WAIT = list(
  'wait, waiting, wait time, in queue, inqueue, queue s, queue sec, queue time, time in queue, attente, temps attente, duree attente, delai attente, speed of answer, asa',
);
/** Waits that do not end with the first answer: help desks count how long each side had the ball. */
export const OTHER_WAIT = list('agent wait, requester wait, on hold, abandon, abandoned, business hours');
export const OUTCOME = list(
  'outcome, result, resultat, status, statut, disposition, end reason, issue, etat, fin',
);
export const FIRST_RESPONSE = list(
  'first response, first reply, first answer, first responded, first replied, frt, premiere reponse, dpr, delai reponse, delai de reponse',
);
export const CALLER = list(
  'customer, customer id, caller, caller id, ani, cli, msisdn, phone number, numero, appelant, client, requester, demandeur',
);
/** Why a customer came, in a word: not free text, and not why the contact ended. */
export const REASON = list(
  'reason, reasons, contact reason, call reason, motif, motifs, motif de contact, topic, category, categorie, intent, intention',
);
/** Heads that decide the unit of a bare handle time. */
export const SECONDS = list('s, sec, secs, second, seconds, seconde, secondes');
export const MINUTES = list('min, mins, minute, minutes, mn');
export const HOURS = list('hour, hours, heure, heures, h, hrs');
export const MILLISECONDS = list('ms, msec, millis, milliseconds, millisecondes');
